using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Hosting;

/// <summary>
/// Says what is wrong with an address that has other bytes than ASCII, as a shell sends Japanese that nobody encoded. Kestrel
/// refuses it with an empty 400 before this program sees the request. Looks at the first request of a plain connection only:
/// where others begin is known to Kestrel alone.
/// </summary>
internal static class UnencodedAddress
{
    private static readonly byte[] Answer = MakeAnswer();

    public static void Explain(ListenOptions options) => options.Use(next => connection =>
    {
        connection.Transport = new Transport(connection.Transport);
        return next(connection);
    });

    private static byte[] MakeAnswer()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ExtractProblems.NotEncoded.ProblemDetails, ReadableJson.Options);
        var head = $"""
            HTTP/1.1 400 Bad Request
            Content-Type: application/problem+json
            Content-Length: {body.Length}
            Access-Control-Allow-Origin: *
            Cache-Control: no-store
            X-Content-Type-Options: nosniff
            Connection: close


            """.ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    // An encrypted connection begins with a byte that is no letter.
    private static bool IsUnencoded(ReadOnlySequence<byte> received)
    {
        if (received.IsEmpty || !char.IsAsciiLetterUpper((char)received.FirstSpan[0])) return false;
        var line = received.PositionOf((byte)'\n') is { } end ? received.Slice(0, end) : received;
        foreach (var part in line)
        {
            if (!Ascii.IsValid(part.Span)) return true;
        }

        return false;
    }

    private sealed class Transport(IDuplexPipe transport) : PipeReader, IDuplexPipe
    {
        private bool _hasBegun;
        private bool _isAnswered;

        public PipeReader Input => this;

        public PipeWriter Output => transport.Output;

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
            _hasBegun ? transport.Input.ReadAsync(cancellationToken) : BeginAsync(cancellationToken);

        public override bool TryRead(out ReadResult result) => transport.Input.TryRead(out result);

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            if (!_isAnswered) transport.Input.AdvanceTo(consumed, examined);
        }

        public override void CancelPendingRead() => transport.Input.CancelPendingRead();

        public override void Complete(Exception? exception = null) => transport.Input.Complete(exception);

        private async ValueTask<ReadResult> BeginAsync(CancellationToken cancellationToken)
        {
            var result = await transport.Input.ReadAsync(cancellationToken);
            // Cancelled by a limit, with nothing received.
            if (result.Buffer.IsEmpty) return result;
            _hasBegun = true;
            if (!IsUnencoded(result.Buffer)) return result;

            transport.Input.AdvanceTo(result.Buffer.End);
            _isAnswered = true;
            await Output.WriteAsync(Answer, cancellationToken);
            // Kestrel closes a connection that ends without a request.
            return new ReadResult(ReadOnlySequence<byte>.Empty, isCanceled: false, isCompleted: true);
        }
    }
}
