package vn.phongtrao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/** What a browser that knows nothing yet must fetch. */
@BrowserTest
class FirstLoadIT {

    private static final long MOST_BYTES = 1_300_000;

    @Test
    void tasklistIsFetchedWithin1300Kilobytes(Officers officers) {
        var page = officers.elsewhere("police-chief.31813");
        var bytes = bytesOf(page, () -> {
            page.navigate(officers.address() + "/camunda/app/tasklist/default/");
            page.locator(".tasks-list .find").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
        });
        var total = bytes.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf("First load of Tasklist: %d bytes in %d answers%n", total, bytes.size());

        assertThat(total).isLessThanOrEqualTo(MOST_BYTES);
    }

    /** Over the wire, heads included, by address. */
    private static Map<String, Long> bytesOf(Page page, Runnable load) {
        Map<String, String> addresses = new ConcurrentHashMap<>();
        Map<String, Long> bytes = new ConcurrentHashMap<>();
        var tools = page.context().newCDPSession(page);
        tools.on("Network.responseReceived", event -> addresses.put(event.get("requestId").getAsString(),
                event.getAsJsonObject("response").get("url").getAsString()));
        tools.on("Network.loadingFinished", event -> bytes.merge(
                addresses.getOrDefault(event.get("requestId").getAsString(), "?"),
                event.get("encodedDataLength").getAsLong(), Long::sum));
        tools.send("Network.enable");
        load.run();
        return bytes;
    }
}
