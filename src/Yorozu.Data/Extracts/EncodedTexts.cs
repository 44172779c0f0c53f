using System.Runtime.InteropServices;

namespace Yorozu.Data.Extracts;

/// <summary>A cache of texts encoded in one format. Texts repeat from row to row, so each is encoded once.</summary>
internal sealed class EncodedTexts(Func<string, byte[]> encode)
{
    // Names and codes repeat; positions in documents would only fill the memory.
    private const int MaxTexts = 4096;

    private readonly Dictionary<string, byte[]> _encoded = new(StringComparer.Ordinal);

    // Most rows have the text of the row before: to compare two references costs less than to look a text up.
    private readonly (string Text, byte[] Bytes)[] _last = new (string, byte[])[32];

    public byte[] this[int column, string text]
    {
        get
        {
            if (column >= _last.Length) return this[text];
            ref var last = ref _last[column];
            if (!ReferenceEquals(last.Text, text)) last = (text, this[text]);
            return last.Bytes;
        }
    }

    public byte[] this[string text]
    {
        get
        {
            if (_encoded.Count == MaxTexts) return _encoded.GetValueOrDefault(text) ?? encode(text);
            ref var bytes = ref CollectionsMarshal.GetValueRefOrAddDefault(_encoded, text, out _);
            return bytes ??= encode(text);
        }
    }
}
