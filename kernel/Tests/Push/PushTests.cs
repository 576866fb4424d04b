using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Outbox;
using Fourfold.Kernel.Push;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Push;

[Trait("Needs", "Store")]
public sealed class PushTests : IAsyncLifetime
{
    private PushService service = null!; // Set before each test.
    private FourfoldBox box = null!; // Set before each test.

    public async ValueTask InitializeAsync()
    {
        service = await PushService.Start();
        box = await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await box.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_phone_that_was_switched_on_is_told_and_only_its_browser_can_read_it()
    {
        var (client, post) = await Worker("li.na");
        var browser = Browser.New();
        await SwitchOn(client, browser, "one");
        await Ask(post);
        await Send();
        var message = Assert.Single(service.Messages);
        Assert.Equal("/one", message.Path);
        var told = browser.Open(message.Body);
        Assert.Equal(PushKinds.WorkOrderIssued, told.GetProperty("kind").GetString());
        Assert.Equal("order-1", told.GetProperty("id").GetString());
        Assert.Equal("zh", told.GetProperty("language").GetString());
        Assert.Equal(3, told.EnumerateObject().Count());
        Assert.Equal("aes128gcm", message.Headers["Content-Encoding"]);
        Assert.Equal("high", message.Headers["Urgency"]);
        Assert.Equal("14400", message.Headers["TTL"]);
        Assert.Matches("^[A-Za-z0-9_-]{1,32}$", message.Headers["Topic"]);
        Assert.Equal(0, await Waiting());
    }

    [Fact]
    public async Task A_push_service_can_verify_who_sends()
    {
        var (client, post) = await Worker("li.na");
        await SwitchOn(client, Browser.New(), "one");
        var view = await (await client.GetAsync("/api/v1/me/push")).Body();
        await Ask(post);
        await Send();
        var header = Assert.Single(service.Messages).Headers["Authorization"];
        Assert.StartsWith("vapid t=", header, StringComparison.Ordinal);
        var parts = header["vapid t=".Length..].Split(", k=");
        Assert.Equal(view.GetProperty("publicKey").GetString(), parts[1]);
        var token = parts[0].Split('.');
        var point = Base64Url.DecodeFromChars(parts[1]);
        using var key = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33], Y = point[33..] },
            }
        );
        Assert.True(
            key.VerifyData(
                Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"),
                Base64Url.DecodeFromChars(token[2]),
                HashAlgorithmName.SHA256
            )
        );
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement;
        Assert.Equal(service.Url, claims.GetProperty("aud").GetString());
        Assert.Equal("mailto:it@example.cn", claims.GetProperty("sub").GetString());
        var life = claims.GetProperty("exp").GetInt64() - box.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.InRange(life, 1, 24 * 3600);
        Assert.Equal(
            "ES256",
            JsonDocument.Parse(Base64Url.DecodeFromChars(token[0])).RootElement.GetProperty("alg").GetString()
        );
    }

    [Fact]
    public async Task The_key_stays_the_same_over_a_restart_and_is_readable_by_its_owner_only()
    {
        var file = Path.Combine(box.Data, "keys", "push.pem");
        var key = box.Services.GetRequiredService<VapidKey>().PublicKey;
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        using var again = ActivatorUtilities.CreateInstance<VapidKey>(box.Services);
        Assert.Equal(key, again.PublicKey);
    }

    [Fact]
    public async Task A_browser_that_is_gone_is_forgotten_with_all_that_waits_for_it()
    {
        var (client, post) = await Worker("li.na");
        await SwitchOn(client, Browser.New(), "gone");
        service.Answer = _ => 410;
        await Ask(post, "order-1");
        await Ask(post, "order-2");
        await Send();
        Assert.Equal((0, 0), (await Waiting(), await Phones()));
        Assert.Empty((await (await client.GetAsync("/api/v1/me/push")).Body()).GetProperty("devices").EnumerateArray());
    }

    [Fact]
    public async Task A_service_that_asks_for_patience_is_left_alone_for_so_long()
    {
        var (client, post) = await Worker("li.na");
        var browser = Browser.New();
        await SwitchOn(client, browser, "one");
        service.Answer = http =>
        {
            http.Response.Headers.RetryAfter = "120";
            return 429;
        };
        await Ask(post, "order-1");
        await Send();
        await Ask(post, "order-2");
        await Send();
        Assert.Single(service.Messages);
        service.Answer = _ => 201;
        box.Clock.Advance(TimeSpan.FromSeconds(110));
        await Send();
        Assert.Single(service.Messages);
        box.Clock.Advance(TimeSpan.FromSeconds(20));
        await Send();
        Assert.Equal(
            ["order-1", "order-1", "order-2"],
            service.Messages.Select(m => browser.Open(m.Body).GetProperty("id").GetString()).Order()
        );
        Assert.Equal(0, await Waiting());
    }

    [Fact]
    public async Task A_service_that_fails_is_tried_again_ever_more_rarely_and_then_no_more()
    {
        var (client, post) = await Worker("li.na");
        await SwitchOn(client, Browser.New(), "one");
        service.Answer = _ => 503;
        await Ask(post);
        for (var turn = 0; turn < 400 && await Waiting() > 0; turn++)
        {
            await Send();
            box.Clock.Advance(TimeSpan.FromSeconds(30));
        }
        Assert.Equal(SendPushes.MostAttempts, service.Messages.Count);
        Assert.Equal((0, 1), (await Waiting(), await Phones()));
    }

    [Fact]
    public async Task What_is_no_news_any_more_is_not_sent()
    {
        var (client, post) = await Worker("li.na");
        await SwitchOn(client, Browser.New(), "one");
        await Ask(post);
        box.Clock.Advance(TimeSpan.FromHours(5));
        await Send();
        Assert.Equal((0, 0), (service.Messages.Count, await Waiting()));
    }

    [Fact]
    public async Task Who_does_it_ends_their_post_or_switched_it_off_is_not_told()
    {
        var (client, post) = await Worker("li.na");
        await SwitchOn(client, Browser.New(), "one");
        var person = await box.Inside(s =>
            s.GetRequiredService<KernelDb>().Posts.Where(p => p.Id == post).Select(p => p.Person).FirstAsync()
        );
        await Ask(post, except: person);
        Assert.Equal(0, await Waiting());
        await (await client.DeleteAsync($"/api/v1/me/push-subscriptions/{Device}")).Body(204);
        await Ask(post);
        Assert.Equal((0, 0), (await Waiting(), await Phones()));
    }

    [Fact]
    public async Task All_of_a_unit_who_may_handle_work_are_told_and_the_others_not()
    {
        var unit = await box.Unit();
        var (worker, _) = await Worker("li.na", unit);
        var (clerk, _) = await Worker("wang.li", unit, Roles.CentreClerk);
        await SwitchOn(worker, Browser.New(), "worker");
        await SwitchOn(clerk, Browser.New(), "clerk");
        await Ask(null, unit: unit);
        await Send();
        Assert.Equal("/worker", Assert.Single(service.Messages).Path);
    }

    [Fact]
    public async Task Who_signs_out_is_told_nothing_more_and_a_phone_in_other_hands_follows_them()
    {
        var (first, post) = await Worker("li.na");
        var (second, _) = await Worker("wang.li");
        await SwitchOn(first, Browser.New(), "same");
        await SwitchOn(second, Browser.New(), "same");
        Assert.Equal(1, await Phones());
        await Ask(post);
        Assert.Equal(0, await Waiting());
        await (await second.DeleteAsync("/api/v1/session")).Body(204);
        Assert.Equal(0, await Phones());
    }

    [Fact]
    public async Task The_phone_unseen_for_longest_makes_room_for_a_sixth()
    {
        var (client, _) = await Worker("li.na");
        for (var i = 1; i <= 6; i++)
        {
            await SwitchOn(client, Browser.New(), $"phone-{i}", new Guid(i, 0, 0, new byte[8]));
            box.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var devices = (await (await client.GetAsync("/api/v1/me/push")).Body()).GetProperty("devices");
        Assert.Equal(5, devices.GetArrayLength());
        Assert.DoesNotContain(devices.EnumerateArray(), d => d.GetGuid() == new Guid(1, 0, 0, new byte[8]));
    }

    [Theory]
    [InlineData("https://192.168.1.1/x", null, "push.endpoint-refused")]
    [InlineData("http://push.example.net/x", null, "push.endpoint-refused")]
    [InlineData("https://push.example.net/x", "AAAA", "push.key-malformed")]
    public async Task What_is_no_subscription_is_refused(string endpoint, string? key, string code)
    {
        var (client, _) = await Worker("li.na");
        var browser = Browser.New();
        var answer = await client.PutAsJsonAsync(
            $"/api/v1/me/push-subscriptions/{Device}",
            new
            {
                endpoint,
                p256dh = key ?? Base64Url.EncodeToString(browser.Key),
                auth = Base64Url.EncodeToString(browser.Secret),
                language = "zh",
            }
        );
        Assert.Equal(code, await answer.Problem(422));
    }

    [Fact]
    public async Task Nobody_subscribes_without_signing_in()
    {
        using var nobody = box.Anonymous();
        Assert.Equal("session.none", await (await nobody.GetAsync("/api/v1/me/push")).Problem(401));
        Assert.Equal(
            "session.none",
            await (await nobody.DeleteAsync($"/api/v1/me/push-subscriptions/{Device}")).Problem(401)
        );
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_not_connected_to()
    {
        var (client, post) = await Worker("li.na");
        // Taken as a relay's when it was kept; the option is gone meanwhile, and the address leads to this machine.
        await SwitchOn(client, Browser.New(), "one");
        await box.Inside(s =>
            s.GetRequiredService<KernelDb>()
                .PushSubscriptions.ExecuteUpdateAsync(set =>
                    set.SetProperty(p => p.Endpoint, "https://localtest.localhost/x")
                )
        );
        await Ask(post);
        await Send();
        Assert.Empty(service.Messages);
    }

    private static readonly Guid Device = new("0193b5a0-0000-7000-8000-000000000001");

    private Task<FourfoldBox> Start() =>
        FourfoldBox.Start(services =>
        {
            services.RunNoLoops();
            services.Configure<PushOptions>(_ => { });
            services.AddSingleton<Microsoft.Extensions.Options.IOptions<PushOptions>>(
                Microsoft.Extensions.Options.Options.Create(
                    new PushOptions { Relays = [service.Url], Contact = "mailto:it@example.cn" }
                )
            );
        });

    private async Task<(HttpClient Client, PostId Post)> Worker(
        string name,
        UnitId? unit = null,
        string role = Roles.GridWorker
    )
    {
        var person = await box.Person(name, null, role);
        var post = await box.Inside(async s =>
        {
            var db = s.GetRequiredService<KernelDb>();
            if (unit is not { } given)
                return await db.Posts.Where(p => p.Person == person).Select(p => p.Id).FirstAsync();
            var made = new Post
            {
                Id = Ids.New<PostId>(db.Clock),
                Person = person,
                Unit = given,
                Role = role,
                From = db.Clock.GetUtcNow(),
            };
            db.Posts.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        var browser = box.Browser();
        await (await browser.SignIn(name)).Body();
        return (browser, post);
    }

    private async Task SwitchOn(HttpClient client, Browser browser, string path, Guid? device = null) =>
        await (
            await client.PutAsJsonAsync(
                $"/api/v1/me/push-subscriptions/{device ?? Device}",
                new
                {
                    endpoint = $"{service.Url}/{path}",
                    p256dh = Base64Url.EncodeToString(browser.Key),
                    auth = Base64Url.EncodeToString(browser.Secret),
                    language = "zh",
                }
            )
        ).Body(204);

    private async Task Ask(PostId? post, string subject = "order-1", UnitId? unit = null, PersonId? except = null)
    {
        await box.Inside(async s =>
        {
            var db = s.GetRequiredService<KernelDb>();
            db.Publish(
                new PushAsked(
                    PushKinds.WorkOrderIssued,
                    subject,
                    Urgent: true,
                    post is { } one ? [one] : [],
                    unit,
                    Permission.WorkOrdersHandle,
                    null,
                    except,
                    db.Clock.GetUtcNow()
                )
            );
            return await db.SaveChangesAsync();
        });
        await ActivatorUtilities.CreateInstance<OutboxDispatcher<KernelDb>>(box.Services).DispatchOnce(default);
    }

    private Task<int> Send() =>
        box.Inside(async s =>
        {
            await s.GetRequiredService<SendPushes>().Run(new JobRun(1, (_, _) => Task.CompletedTask), default);
            return 0;
        });

    private Task<int> Waiting() => box.Inside(s => s.GetRequiredService<KernelDb>().PushMessages.CountAsync());

    private Task<int> Phones() => box.Inside(s => s.GetRequiredService<KernelDb>().PushSubscriptions.CountAsync());
}
