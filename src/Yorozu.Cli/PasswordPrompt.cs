using System.Text;

namespace Yorozu.Cli;

/// <summary>Asks for a password without showing it, or reads the first line of standard input when that is not a terminal.</summary>
internal static class PasswordPrompt
{
    public static async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected) return await Console.In.ReadLineAsync(cancellationToken) ?? "";

        while (true)
        {
            var password = Ask("パスワード（12文字以上、画面には表示されません）: ");
            if (Ask("もう一度: ") == password) return password;
            await Console.Error.WriteLineAsync("2回の入力が違います。もう一度入力してください。");
        }
    }

    private static string Ask(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                if (typed.Length > 0) typed.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
