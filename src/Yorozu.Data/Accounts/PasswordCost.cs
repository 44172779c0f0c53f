using System.Buffers.Binary;

namespace Yorozu.Data.Accounts;

/// <summary>The work factor of password hashes: PBKDF2 with HMAC-SHA512, in Identity's format of version 3.</summary>
public static class PasswordCost
{
    /// <summary>OWASP's Password Storage Cheat Sheet for PBKDF2-HMAC-SHA512.</summary>
    public const int Iterations = 210_000;

    private const byte Version3 = 1;
    private const uint HmacSha512 = 2;
    private const int Header = 13;
    private const int Salt = 16;
    private const int Key = 32;

    /// <summary>The iterations of a hash; 0 for another format.</summary>
    public static int Of(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return bytes.Length > Header && bytes[0] == Version3 ? BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5)) : 0;
    }

    /// <summary>A hash without a password: verifying against it takes as long as against a real hash of the given iterations.</summary>
    public static string Decoy(int iterations)
    {
        var bytes = new byte[Header + Salt + Key];
        bytes[0] = Version3;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), HmacSha512);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), iterations);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), Salt);
        return Convert.ToBase64String(bytes);
    }
}
