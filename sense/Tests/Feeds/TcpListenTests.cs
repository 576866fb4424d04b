using System.Net;
using System.Net.Sockets;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Feeds.Transports;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Feeds;

public sealed class TcpListenTests
{
    [Fact]
    public async Task When_listening_fails_a_sender_that_stays_does_not_keep_the_feed_from_listening_again()
    {
        FeedUrl.TryParse("tcp-listen://127.0.0.1:0", out var url, out _);
        var intake = new Failing();
        var running = new TcpListenTransport().Run(url!, intake, TestContext.Current.CancellationToken);
        var at = await intake.Address.Task;
        using var stays = new TcpClient();
        await stays.ConnectAsync(at);
        await intake.Opened.Task;
        using var oneTooMany = new TcpClient();
        await oneTooMany.ConnectAsync(at);
        await Assert.ThrowsAsync<IOException>(() => running.WaitAsync(FourfoldBox.Patience));
        Assert.Equal(0, await stays.GetStream().ReadAsync(new byte[1]));
    }

    /// <summary>Takes one sender and fails at the second.</summary>
    private sealed class Failing : IIntake, ISource
    {
        public bool IsBinary => false;

        public TaskCompletionSource<IPEndPoint> Address { get; } = new();

        public TaskCompletionSource Opened { get; } = new();

        public TimeProvider Clock => TimeProvider.System;

        public int MaximumSources => 1;

        public void Listening(EndPoint at) => Address.SetResult((IPEndPoint)at);

        public ISource Open()
        {
            Opened.SetResult();
            return this;
        }

        public void Dropped(string cause) => throw new IOException(cause);

        public IRecordingClock? RecordingClock() => null;

        public void Received(ReadOnlySpan<byte> bytes) { }

        public void ReceivedWhole(ReadOnlySpan<byte> bytes) { }

        public ValueTask Room(CancellationToken ct) => ValueTask.CompletedTask;

        public void Dispose() { }
    }
}
