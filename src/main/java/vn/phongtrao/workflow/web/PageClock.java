package vn.phongtrao.workflow.web;

import vn.phongtrao.calendar.BusinessClock;

/**
 * Lets the webapps live in the system's time: they ask the browser what day it is, to mark tasks that are late and to
 * open calendars.
 */
final class PageClock {

    private static final String SCRIPT = """
            <script nonce="">
              Date = new Proxy(Date, {
                construct: (date, given, made) =>
                  Reflect.construct(date, given.length ? given : [date.now() + %1$d], made),
                get: (date, name) => name === 'now' ? () => date.now() + %1$d : date[name]
              });
            </script>""";

    private PageClock() {
    }

    /** A script for the head of a page; nothing where the system's time is real. */
    static String of(BusinessClock clock) {
        return clock.offset().isZero() ? "" : SCRIPT.formatted(clock.offset().toMillis());
    }
}
