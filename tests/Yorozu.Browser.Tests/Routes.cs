namespace Yorozu.Browser.Tests;

/// <summary>Every public page, with the views of it that look different.</summary>
internal static class Routes
{
    public static readonly IReadOnlyList<string> All =
    [
        "/",
        "/metrics",
        "/metrics/consultations",
        "/metrics/consultations?area=33&view=share&order=value&highlight=13,27&month=2021-11",
        "/metrics/consultations?view=yoy&show=yoy",
        "/metrics/one-stop-consultations?view=all&smooth=12",
        "/metrics/consultations?view=annual&area=33",
        "/metrics/consultations?view=rank&area=33&highlight=13,27",
        "/metrics/one-stop-trainees",
        "/metrics/consultations/print",
        "/metrics/one-stop-consultations?per=population",
        "/indicators",
        "/indicators/resolution-rate?highlight=13,27",
        "/indicators/resolution-rate?view=all&area=33",
        "/prefectures",
        "/prefectures?order=value",
        "/prefectures/33?fy=2021",
        "/prefectures/47",
        "/prefectures/33?per=population&metric=resolution-rate&fy=2021",
        "/prefectures/33/briefing",
        "/compare",
        "/compare?metric=consultations&areas=13,27,33,40,08,46,23,01",
        "/compare?section=all&areas=13,27,33,40,08,46,23,01,00,47,20,02",
        "/scatter?fy=2021&highlight=33",
        "/scatter?x=consultations&y=resolution-rate&per=population",
        "/verification",
        "/verification?metric=one-stop-trainees",
        "/releases",
        "/releases/1",
        "/revisions",
        "/downloads",
        "/downloads?shape=pivot",
        "/about",
        "/?asof=1",
        "/?lang=en",
        "/metrics/one-stop-trainees?lang=en",
        "/prefectures/33/briefing?fy=2021&lang=en",
    ];
}
