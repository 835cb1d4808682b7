package vn.phongtrao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.http.HttpJourney;

/**
 * What somebody waits for before the form of a task is there: a budget of requests. The time is printed, not judged; it
 * tells as much of the machine.
 */
@BrowserTest
class FormSpeedIT {

    private static final int MOST_REQUESTS = 5;
    private static final int OF_A_KIND = 6;
    private static final Pattern OPEN_TASK = Pattern.compile("(?<=[?&]task=)[^&]+");
    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final String CHAIR = "committee-chair.31813";

    /** From the click on a task to its form, filled in, after the frame in which it is drawn. */
    private static final String MILLIS_TO_FORM = """
            number => new Promise(done => {
              const task = [...document.querySelectorAll('.tasks-list li.task')].find(one => one.innerText.includes(number));
              const started = performance.now();
              const look = () => document.querySelector('.task-details .fjs-form')?.innerText.includes(number)
                  ? requestAnimationFrame(() => done(performance.now() - started)) : requestAnimationFrame(look);
              task.querySelector('a').click();
              look();
            })""";

    @Autowired
    HttpJourney journey;

    @Test
    void theFormOfATaskTakesFewRequests(Officers officers) {
        var completing = Stream.generate(this::proposed).limit(OF_A_KIND).toList();
        var signing = Stream.generate(this::completed).limit(OF_A_KIND).toList();
        var appraising = Stream.generate(this::signed).limit(OF_A_KIND).toList();
        var deciding = Stream.generate(this::appraised).limit(OF_A_KIND).toList();
        List<Opened> first = new ArrayList<>();
        List<Opened> later = new ArrayList<>();
        Map.of(OFFICER, completing, CHIEF, signing, CLERK, appraising, CHAIR, deciding).forEach((who, numbers) -> {
            var tasklist = officers.tasklist(who);
            tasklist.open(Tasklist.OF_MY_UNIT);
            // what all forms of a kind share is loaded while the list is looked at
            tasklist.page().waitForTimeout(1000);
            first.add(open(tasklist.page(), numbers.get(0)));
            numbers.stream().skip(1).map(number -> open(tasklist.page(), number)).forEach(later::add);
        });

        var millis = later.stream().map(Opened::millis).sorted().toList();
        System.out.printf("First forms after loading: %s ms; %d later ones: median %d ms, worst %d ms, %s%n",
                first.stream().map(Opened::millis).toList(), millis.size(), millis.get(millis.size() / 2),
                millis.get(millis.size() - 1), later.stream().map(Opened::millis).toList());
        assertThat(Stream.concat(first.stream(), later.stream())).allSatisfy(form ->
                assertThat(form.requests()).hasSizeLessThanOrEqualTo(MOST_REQUESTS));
    }

    /** @param requests what was asked of the server until the form was there */
    private record Opened(long millis, List<String> requests) {
    }

    private static Opened open(Page page, String number) {
        List<String> requests = new CopyOnWriteArrayList<>();
        var was = page.url();
        Consumer<Request> listener = request -> requests.add(request.method() + " " + request.url());
        page.onRequest(listener);
        var millis = (Number) page.evaluate(MILLIS_TO_FORM, number);
        page.offRequest(listener);
        page.waitForTimeout(500);
        // Tasklist asks again, from time to time, for its list and for the task that is open, which was the one before
        var before = OPEN_TASK.matcher(was).results().map(MatchResult::group).findFirst();
        return new Opened(millis.longValue(), requests.stream().filter(request -> !request.contains("/filter/"))
                .filter(request -> before.isEmpty() || !request.contains(before.get())).distinct().toList());
    }

    private String proposed() {
        return journey.propose(OFFICER, HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Người Chờ Ký"), HttpJourney.household("Hộ Chờ Ký"),
                        HttpJourney.collective("Tổ Chờ Ký"))));
    }

    private String completed() {
        var number = proposed();
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        return number;
    }

    private String signed() {
        var number = completed();
        journey.approve(number, "sign", CHIEF);
        return number;
    }

    private String appraised() {
        var number = signed();
        journey.approve(number, "appraise", CLERK);
        return number;
    }
}
