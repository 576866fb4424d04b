using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Kernel.Push;
using Xunit;

namespace Fourfold.Kernel.Tests.Push;

/// <summary>The examples of the standards, byte by byte.</summary>
public sealed class PushVectorTests
{
    [Fact]
    public void One_record_is_sealed_as_in_section_3_1_of_rfc_8188()
    {
        var body = PushContent.Encrypt(
            "I am the walrus"u8,
            Bytes("yqdlZ-tYemfogSmv7Ws5PQ"),
            Bytes("I1BsxtFttlv3u_Oo94xnmw"),
            [],
            recordSize: 4096
        );
        Assert.Equal(
            "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg",
            Base64Url.EncodeToString(body)
        );
    }

    [Fact]
    public void Several_records_with_padding_and_a_named_key_are_sealed_as_in_section_3_2_of_rfc_8188()
    {
        var body = PushContent.Encrypt(
            "I am the walrus"u8,
            Bytes("BO3ZVPxUlnLORbVGMpbT1Q"),
            Bytes("uNCkWiNYzKTnBN9ji3-qWA"),
            "a1"u8,
            recordSize: 25,
            padding: 1
        );
        Assert.Equal(
            "uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS_uA",
            Base64Url.EncodeToString(body)
        );
    }

    [Fact]
    public void A_push_is_sealed_as_in_appendix_a_of_rfc_8291()
    {
        var point = Bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using var own = ECDiffieHellman.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33], Y = point[33..] },
                D = Bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            }
        );
        var body = PushEncryption.Encrypt(
            "When I grow up, I want to be a watermelon"u8,
            Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Bytes("BTBZMqHH6r4Tts7J_aSIgg"),
            own,
            Bytes("DGv6ra1nlYgDCS1FRnbzlw")
        );
        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body)
        );
    }

    [Fact]
    public void Messages_of_different_lengths_look_alike_and_no_two_bodies_do()
    {
        var (key, secret) = (Browser.New().Key, new byte[16]);
        var one = PushEncryption.Encrypt("a"u8, key, secret, 160);
        var two = PushEncryption.Encrypt(Encoding.UTF8.GetBytes(new string('b', 120)), key, secret, 160);
        var again = PushEncryption.Encrypt("a"u8, key, secret, 160);
        Assert.Equal(one.Length, two.Length);
        Assert.NotEqual(one, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("BAAA")]
    // A point that is not on the curve: its x with another y.
    [InlineData("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw8")]
    public void What_is_no_point_of_the_curve_is_known(string key) => Assert.False(PushEncryption.IsPoint(Bytes(key)));

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.0.0.8", false)]
    [InlineData("172.31.255.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2002:0a00:0001::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    public void Addresses_inside_are_told_from_those_of_the_internet(string address, bool isPublic) =>
        Assert.Equal(isPublic, PushAddress.IsPublic(System.Net.IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://push.example.net/send/abc", true)]
    [InlineData("https://push.example.net:8443/send/abc", true)]
    [InlineData("http://push.example.net/send/abc", false)]
    [InlineData("https://user:pass@push.example.net/", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("https://[::1]/x", false)]
    [InlineData("https://0x7f.1/x", false)]
    [InlineData("https://database/x", false)]
    [InlineData("ftp://push.example.net/x", false)]
    [InlineData("push", false)]
    [InlineData("http://10.1.2.3:8080/x", true)]
    [InlineData("http://10.1.2.3:8081/x", false)]
    public void Only_public_https_and_ones_own_relays_are_addresses_of_pushes(string endpoint, bool allowed) =>
        Assert.Equal(allowed, PushAddress.IsAllowed(endpoint, new PushOptions { Relays = ["http://10.1.2.3:8080"] }));

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
