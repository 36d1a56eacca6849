using ChatHiring.Delivery;
using ChatHiring.Web;

namespace ChatHiring.Platforms.Tests;

public sealed class WebPostsTests : ChatPlatformContract
{
    protected override IChatPlatform Platform { get; } = new WebPosts();
}
