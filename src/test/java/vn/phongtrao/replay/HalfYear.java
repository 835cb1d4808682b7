package vn.phongtrao.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * The first half of 2024 in Bạc Liêu, in the names of its officers: teams are launched, what was decided on paper before
 * is entered into the registers, each commune reports, and people and collectives are commended. In the end what the
 * system counts is compared with what was reported then, figure by figure.
 */
public final class HalfYear {

    private static final String FIGURES = "/api/statistics?unit=95&from=2024-01-01";

    private final Site site;
    private final List<String> communes;

    /** @param most how many communes take part, in the order of their paths */
    HalfYear(Site site, int most) {
        this.site = site;
        this.communes = site.all("admin", "/api/units?tier=commune").stream().map(unit -> unit.get("path").asText())
                .sorted().limit(most).toList();
    }

    /** Arguments: address of the application, address of Keycloak, realm. */
    public static void main(String[] arguments) {
        var site = new Site(arguments[0], arguments[1], DemoProvince.BAC_LIEU_2024, arguments[2]);
        var half = new HalfYear(site, Integer.MAX_VALUE);
        half.run();
        if (!half.compare()) {
            System.exit(1);
        }
    }

    void run() {
        var start = Instant.now();
        site.staff(Stream.concat(communes.stream(), Stream.concat(communes.stream().map(HalfYear::parent).distinct(),
                Stream.of("95"))).flatMap(unit -> Stream.of(Position.POLICE_OFFICER, Position.POLICE_CHIEF,
                Position.COMMITTEE_CLERK, Position.COMMITTEE_CHAIR).map(position -> new Post(UnitPath.of(unit),
                position))).toList());
        List<Runnable> parts = List.of(() -> new PaperRegisters(site, communes).enter(),
                () -> new HalfYearReports(site, communes).report(), () -> new HalfYearAwards(site, communes).award(),
                () -> new TeamLaunch(site).run(communes.size()));
        parts.forEach(Runnable::run);
        System.out.printf("Sáu tháng đầu năm 2024 trong %d s%n", Duration.between(start, Instant.now()).toSeconds());
    }

    /** Prints each figure. @return whether all are as reported */
    boolean compare() {
        var statistics = site.get("police-officer.95", FIGURES);
        List<Article> different = new ArrayList<>();
        System.out.printf("%-28s %10s %10s%n", "", "báo cáo", "hệ thống");
        Article.ALL.forEach(article -> {
            var counted = article.counted(statistics);
            System.out.printf("%-28s %,10d %,10d %s%n", article.figure(), article.reported(), counted,
                    counted == article.reported() ? "" : "khác");
            if (counted != article.reported()) {
                different.add(article);
            }
        });
        return different.isEmpty();
    }

    private static String parent(String commune) {
        return commune.substring(0, commune.lastIndexOf('/'));
    }

    /** A part of a whole that is shared out among some: all parts together are the whole. */
    static long share(long whole, int place, int of) {
        return whole * (place + 1) / of - whole * place / of;
    }

    static String account(Position position, String unit) {
        return position.id() + "." + unit.substring(unit.lastIndexOf('/') + 1);
    }
}
