package vn.phongtrao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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

    private static final int MOST_REQUESTS = 7;
    private static final String CHIEF = "police-chief.31813";
    private static final String OFFICER = "police-officer.31813";

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
        var numbers = Stream.generate(this::signing).limit(6).toList();
        var chief = officers.tasklist(CHIEF);
        chief.open(Tasklist.OF_MY_UNIT);
        // what is the same for all forms is loaded with the first
        open(chief.page(), numbers.get(0));
        var opened = numbers.stream().skip(1).map(number -> open(chief.page(), number)).toList();

        System.out.println("Forms were there after (ms) " + opened.stream().map(Opened::millis).toList());
        assertThat(opened).allSatisfy(form -> assertThat(form.requests()).hasSizeLessThanOrEqualTo(MOST_REQUESTS));
    }

    /** @param requests what was asked of the server until the form was there */
    private record Opened(long millis, List<String> requests) {
    }

    private static Opened open(Page page, String number) {
        List<String> requests = new CopyOnWriteArrayList<>();
        Consumer<Request> listener = request -> requests.add(request.method() + " " + request.url());
        page.onRequest(listener);
        var millis = (Number) page.evaluate(MILLIS_TO_FORM, number);
        page.offRequest(listener);
        page.waitForTimeout(500);
        return new Opened(millis.longValue(), List.copyOf(requests));
    }

    private String signing() {
        var number = journey.propose(OFFICER, HttpJourney.proposal("commune-certificate", "ad-hoc",
                List.of(HttpJourney.individual("Người Chờ Ký"), HttpJourney.household("Hộ Chờ Ký"),
                        HttpJourney.collective("Tổ Chờ Ký"))));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        return number;
    }
}
