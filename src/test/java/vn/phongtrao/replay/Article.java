package vn.phongtrao.replay;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was reported of the movement in Bạc Liêu in the first half of 2024, beside what the system counts. Of mass
 * organisations and reports the figures of both sources are compared.
 */
record Article(String figure, long reported) {

    static final List<Article> ALL = List.of(new Article("teams", 512), new Article("teamLeaders", 512),
            new Article("teamDeputies", 512), new Article("teamOthers", 604), new Article("teamMembers", 1_628),
            new Article("models.crime-prevention", 316), new Article("models.fire-rescue", 309),
            new Article("models.self-management", 49), new Article("sites", 267), new Article("ministryModels", 9),
            new Article("registeredOrganisations", 4_345), new Article("massOrganisations", 4_345),
            new Article("safeCommunes", 56), new Article("communes", 64), new Article("safeHamlets", 462),
            new Article("hamlets", 512), new Article("launchEvents", 619), new Article("attendances", 83_424),
            new Article("leaflets", 68_000), new Article("personsPersuaded", 48_327),
            new Article("personsEducated", 766), new Article("awards", HalfYearAwards.ALL));

    long counted(JsonNode statistics) {
        var value = statistics.at("/" + figure.replace('.', '/'));
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false)
                .mapToLong(row -> row.get("count").asLong()).sum() : value.asLong();
    }
}
