using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Fourfold.Kernel.Identity.Setup;

/// <summary>A secret in a link that works once. Lives in memory: a restart makes a new one.</summary>
internal sealed class OneTimeToken
{
    private byte[]? hash;

    /// <summary>Makes a new secret; the one before is void. 43 characters, safe in a path.</summary>
    public string Issue()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        hash = HashOf(secret);
        return secret;
    }

    /// <summary>Whether it is the secret.</summary>
    public bool Is(string secret) => hash is { } own && CryptographicOperations.FixedTimeEquals(own, HashOf(secret));

    /// <summary>Uses the secret up; true for one caller only.</summary>
    public bool TryUse(string secret)
    {
        var own = hash;
        return own is not null
            && CryptographicOperations.FixedTimeEquals(own, HashOf(secret))
            && Interlocked.CompareExchange(ref hash, null, own) == own;
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
