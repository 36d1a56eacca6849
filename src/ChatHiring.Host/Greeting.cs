using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatHiring.Host;

/// <summary>Prints the one address at which a person finds ChatHiring.</summary>
internal sealed class Greeting(IServer server)
{
    public void Print()
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
            Console.WriteLine($"ChatHiring is open at {address}");
    }
}
