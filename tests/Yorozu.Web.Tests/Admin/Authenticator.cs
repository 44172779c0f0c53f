using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Yorozu.Web.Tests.Admin;

/// <summary>A device with one passkey, in software: what a browser gives for the options of a page (WebAuthn, ES256).</summary>
internal sealed class Authenticator : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HasKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _user = "";
    private uint _uses;

    public string Origin { get; init; } = "https://localhost";

    /// <summary>False for a device that asked for no PIN.</summary>
    public bool Verifies { get; set; } = true;

    public string Create(Answer page)
    {
        var options = Options(page, "create");
        _user = options.GetProperty("user").GetProperty("id").GetString()!;
        var client = Client("webauthn.create", options);
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)_id.Length);
        var point = _key.ExportParameters(false).Q;
        // COSE: an elliptic curve key for ES256 on P-256, its two coordinates.
        byte[] cose = [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. Data(options.GetProperty("rp").GetProperty("id").GetString()!, HasKey), .. new byte[16], .. length, .. _id, .. cose];
        // CBOR: a map of fmt "none", an empty attStmt and authData.
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data,
        ];
        return Credential(new { clientDataJSON = Url(client), attestationObject = Url(attestation), transports = new[] { "internal" } });
    }

    public string Get(Answer page)
    {
        var options = Options(page, "get");
        var client = Client("webauthn.get", options);
        _uses++;
        var data = Data(options.GetProperty("rpId").GetString()!, 0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Url(client), authenticatorData = Url(data), signature = Url(signature), userHandle = _user });
    }

    public void Dispose() => _key.Dispose();

    private static JsonElement Options(Answer page, string kind) =>
        JsonDocument.Parse(page.Page.QuerySelector($"form[data-passkey={kind}]")!.GetAttribute("data-options")!).RootElement;

    private static string Url(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private byte[] Client(string type, JsonElement options) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false }));

    private byte[] Data(string site, byte flags)
    {
        var uses = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(uses, _uses);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(Present | (Verifies ? Verified : 0) | flags), .. uses];
    }

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Url(_id),
        rawId = Url(_id),
        type = "public-key",
        authenticatorAttachment = "platform",
        clientExtensionResults = new { },
        response,
    });
}
