using Fourfold.Contracts;
using Fourfold.Kernel.Identity.ApiKeys;
using Fourfold.Kernel.Identity.AppPasswords;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Identity.Setup;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Identity;

/// <summary>Who acts, and how that is proved.</summary>
internal static class IdentityPart
{
    public static void AddIdentityPart(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ActorHolder>();
        services.AddScoped(provider => provider.GetRequiredService<ActorHolder>().Actor);
        services.Configure<IdentityOptions>(options =>
        {
            options.User.AllowedUserNameCharacters =
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
            options.Password.RequiredLength = PersonManager.MinimumPasswordLength;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        });
        services.AddIdentityCore<Person>().AddUserStore<PersonStore>().AddUserManager<PersonManager>();
        services.AddScoped<PersonStore>();
        services.AddScoped<IdentityParts>();
        services
            .AddDataProtection()
            .SetApplicationName("fourfold")
            .PersistKeysToFileSystem(KeyFolder.OfSessions(configuration));
        // It warns at each start that keys are not encrypted; the folder is readable by its owner only, and docs say so.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSessionCookie();
        services.AddSingleton<SessionDirectory>();
        services.AddSingleton<SignInLimiter>();
        services.AddScoped<SessionOpener>();
        services.AddScoped<SignIn.Door>();
        services.AddSingleton<ApiKeyDirectory>();
        services.AddSingleton<AppPasswordDirectory>();
        services.AddSingleton(provider => new ActorWatch(
            provider.GetRequiredService<SessionDirectory>(),
            provider.GetRequiredService<ApiKeyDirectory>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<IPeople>(provider => provider.GetRequiredService<PeopleDirectory>());
        services.AddSingleton<SetupState>();
        services.AddSingleton(provider => new SetupLinks(provider.GetRequiredService<SetupState>()));
        services.AddSingleton<StartLinks>();
    }

    public static void MapIdentityPart(this IEndpointRouteBuilder api)
    {
        ReadSession.Map(api);
        SignIn.Map(api);
        ChangePurpose.Map(api);
        SignOut.Map(api);
        MakeFirstAdministrator.Map(api);
        ListPeople.Map(api);
        ReadPerson.Map(api);
        AddPerson.Map(api);
        ChangePerson.Map(api);
        ResetPassword.Map(api);
        AddPost.Map(api);
        EndPost.Map(api);
        ListApiKeys.Map(api);
        IssueApiKey.Map(api);
        RevokeApiKey.Map(api);
        KeepAppPasswords.Map(api);
    }
}
