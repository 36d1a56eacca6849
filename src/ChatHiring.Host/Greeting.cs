using ChatHiring.Delivery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatHiring.Host;

/// <summary>Prints the one address at which a person finds ChatHiring: <c>PublicUrl</c>, else the first it listens on.</summary>
internal sealed class Greeting(IServer server, PublicAddress publicAddress)
{
    public void Print()
    {
        var address = publicAddress.Told?.OriginalString ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is not null)
            Console.WriteLine($"ChatHiring is open at {address}");
    }
}
