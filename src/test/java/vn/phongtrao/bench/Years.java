package vn.phongtrao.bench;

import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What piles up in a server: dossiers under way, as many before each approval, and closed ones of ten years. */
final class Years {

    private static final Duration UNDER_WAY = Duration.ofDays(1);
    private static final Duration CLOSED = Duration.ofDays(3650);

    private final Server server;
    private final Connection connection;
    private final JdbcClient jdbc;

    Years(Server server, Connection connection) {
        this.server = server;
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    void fill(int open, int closed) throws IOException, InterruptedException {
        List<Template> underWay = new ArrayList<>();
        for (int given = 0; given < Approvals.COUNT; given++) {
            underWay.add(walked(given));
        }
        var ended = walked(Approvals.COUNT);
        var filling = new Filling(connection);
        filling.into(Stream.concat(underWay.stream(), Stream.of(ended)).flatMap(each -> each.tables().stream()).distinct().toList(), () -> {
            filling.copy(List.of(ended), 1, closed, CLOSED);
            filling.copy(underWay, closed + 1, open, UNDER_WAY);
        });
    }

    /** Takes one copy before each approval to its end in the product. @return their numbers */
    List<String> walk(ProductApprovals approvals) throws IOException, InterruptedException {
        approvals.signIn();
        var walker = new Walker(server.address(), approvals);
        List<String> walked = new ArrayList<>();
        for (int approval = 1; approval <= Approvals.COUNT; approval++) {
            var number = waiting(approvals.place(), approval);
            walker.approve(number, approval, Approvals.COUNT);
            if (!jdbc.sql("select status from dossier where number = :number").param("number", number).query(String.class).single()
                    .equals("DECIDED")) {
                throw new IllegalStateException(number + " has not come to its end");
            }
            walked.add(number);
        }
        return walked;
    }

    private String waiting(Place place, int approval) {
        return jdbc.sql("""
                select number from dossier where unit_path = :unit and number like '%-2023-%' and closed_at is null
                and (select count(*) from dossier_step where dossier_number = number) = :steps order by number limit 1""")
                .param("unit", place.path()).param("steps", approval - 1).query(String.class).single();
    }

    private Template walked(int given) throws IOException, InterruptedException {
        server.approvals().signIn();
        var walker = new Walker(server.address(), server.approvals());
        var dossier = Round.number();
        var number = walker.start(dossier);
        walker.approve(number, 1, given);
        return Template.of(jdbc, number, dossier);
    }
}
