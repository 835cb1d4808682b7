package vn.phongtrao.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import vn.phongtrao.local.Tokens;

/** What it takes to print the papers of a decision with many people, and how long a dossier's page takes meanwhile. */
final class Papers {

    private static final List<String> PRINTED = List.of("/document", "/certificates?together=true", "/certificates", "/papers");
    private static final int TIMES = 2;
    /** A page is asked for again after that. */
    private static final long PAUSE_MILLIS = 50;
    /** How long nothing is printed, to compare with. */
    private static final long QUIET_MILLIS = 10_000;

    private final Server product;
    private final Asked asked;
    private final String page;

    private Papers(Server product, Asked asked, String page) {
        this.product = product;
        this.asked = asked;
        this.page = page;
    }

    static void print(Server product, Database database, Tokens tokens, Options options)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var approvals = new ProductApprovals(tokens, ProductApprovals.ELSEWHERE, options.papers());
        approvals.signIn();
        var walker = new Walker(product.address(), approvals);
        var number = walker.start(Round.number());
        walker.approve(number, 1, Approvals.COUNT);
        var place = approvals.place().path();
        var asked = new Asked(product, tokens, "police-officer", place.substring(0, place.indexOf('/')));
        try (var connection = database.connect(product.name())) {
            var decision = JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("select id from decision where dossier_number = ?").param(number).query(Long.class).single();
            System.out.printf("%n| a decision of %d people, heap %s | s | CPU, s | MB | memory, MB | a dossier's page meanwhile: p50, ms | p95, ms |%n%s%n",
                    options.papers(), options.heap(), "| --- ".repeat(7) + "|");
            new Papers(product, asked, "/dossiers/" + number).print("/api/decisions/" + decision);
        }
    }

    private void print(String decision) throws InterruptedException, ExecutionException {
        line("nothing is printed", () -> {
            Thread.sleep(QUIET_MILLIS);
            return 0;
        });
        for (var paper : PRINTED) {
            for (int time = 1; time <= TIMES; time++) {
                line(paper, () -> asked.size(decision + paper));
            }
        }
    }

    /** @param work gives the bytes that came of it */
    private void line(String what, Callable<Integer> work) throws InterruptedException, ExecutionException {
        var thread = Executors.newSingleThreadExecutor();
        try {
            var processor = ProcessorTime.of(product.pid());
            var began = System.nanoTime();
            var bytes = thread.submit(work);
            var pages = pagesUntil(bytes);
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %d | %.0f | %.0f |%n", what, (System.nanoTime() - began) / 1e9,
                    ProcessorTime.of(product.pid()) - processor, bytes.get() / 1e6, ProcessorTime.memory(product.pid()),
                    Times.within(pages, 0.5), Times.within(pages, 0.95));
        } finally {
            thread.shutdownNow();
        }
    }

    /** @return nanoseconds of each page, sorted */
    private long[] pagesUntil(Future<?> done) throws InterruptedException {
        var times = LongStream.builder();
        do {
            var began = System.nanoTime();
            if (asked.page(page) != 200) {
                throw new IllegalStateException(page + " is not shown");
            }
            times.add(System.nanoTime() - began);
            Thread.sleep(PAUSE_MILLIS);
        } while (!done.isDone());
        return times.build().sorted().toArray();
    }
}
