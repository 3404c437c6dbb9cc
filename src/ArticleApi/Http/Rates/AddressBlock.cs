using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ArticleApi.Http.Rates;

/// <summary>The addresses that count as one caller: an IPv4 address, or the /64 of an IPv6 address, which is a customer's.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AddressBlock(ulong Prefix, bool IsVersion6)
{
    /// <summary>The block of an address; null where there is none, or where it is this machine's own.</summary>
    public static AddressBlock? Of(IPAddress? address)
    {
        var own = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        if (own is null || IPAddress.IsLoopback(own))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        own.TryWriteBytes(bytes, out _);
        return own.AddressFamily == AddressFamily.InterNetworkV6
            ? new(BinaryPrimitives.ReadUInt64BigEndian(bytes), true)
            : new(BinaryPrimitives.ReadUInt32BigEndian(bytes), false);
    }
}
