package vn.phongtrao.browser;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Somebody's hand at mouse and keyboard: what it does to a page is counted. */
final class Hand {

    private int clicks;
    private int keys;

    int clicks() {
        return clicks;
    }

    int keys() {
        return keys;
    }

    void click(Locator place) {
        place.click();
        clicks++;
    }

    /** Chooses files, or lets them fall from a folder: one click, and what is done outside the page. */
    void drop(Locator input, FilePayload... files) {
        input.setInputFiles(files);
        clicks++;
    }

    /** Lets files fall on a place as the browser does when they are dragged out of a folder. */
    static void letFall(Locator place, FilePayload... files) {
        var carried = place.page().evaluateHandle("""
                files => {
                  const carried = new DataTransfer();
                  files.forEach(({name, type, base64}) => carried.items.add(
                      new File([Uint8Array.from(atob(base64), byte => byte.charCodeAt(0))], name, {type})));
                  return carried;
                }""", Stream.of(files).map(file -> Map.of("name", file.name, "type", file.mimeType,
                "base64", Base64.getEncoder().encodeToString(file.buffer))).toList());
        Stream.of("dragenter", "dragover", "drop").forEach(event ->
                place.dispatchEvent(event, Map.of("dataTransfer", carried)));
    }

    /** Types into what has the focus. */
    void type(Page page, String text) {
        page.keyboard().type(text);
        keys += text.length();
    }

    void press(Page page, String... names) {
        for (var name : names) {
            page.keyboard().press(name);
            keys++;
        }
    }

    /** Goes on with the Tab key as far as the element, which may have the focus already. */
    void tabTo(Locator element) {
        element.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        for (int stops = 0; !(boolean) element.evaluate("element => element === document.activeElement"); stops++) {
            if (stops > 60) {
                throw new AssertionError("The Tab key does not lead to " + element);
            }
            press(element.page(), "Tab");
        }
    }
}
