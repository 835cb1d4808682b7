package vn.phongtrao.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UrlPathHelper;

import vn.phongtrao.desk.Exports;
import vn.phongtrao.desk.RegisterPage;
import vn.phongtrao.desk.RegisterSheet;
import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.WholeList;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.sheet.RowFormat;
import vn.phongtrao.text.SentName;
import vn.phongtrao.text.Wording;

/**
 * Writes lists as files while they are read, and records who takes them first. A few run at once: each holds a
 * connection to the database for as long as the other side takes.
 */
@Component
class Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    /** What one sheet of Excel holds, its head apart. */
    private static final int MOST_ROWS = 1_048_575;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_VALUE = 100;
    private static final String TYPED = "text";
    private static final String HIDDEN = "…";
    private static final Set<String> NO_CRITERIA = Set.of(ListDownloads.FORMAT, Exports.PURPOSE, "page", "size");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");

    private final RegisterShelf shelf;
    private final RegisterSheet sheets;
    private final Exports exports;
    private final CurrentOfficer officer;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Downloads(RegisterShelf shelf, RegisterSheet sheets, Exports exports, CurrentOfficer officer, Clock clock) {
        this.shelf = shelf;
        this.sheets = sheets;
        this.exports = exports;
        this.officer = officer;
        this.clock = clock;
    }

    /** @throws Refusal malformed, without the purpose that the list needs, or where it is no register */
    Download begin(RowFormat format, HttpServletRequest request, HttpServletResponse response) {
        var path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        var register = shelf.listedAt(path).orElseThrow(() ->
                Refusal.malformed(ListDownloads.FORMAT, "Danh sách này chỉ có ở dạng JSON"));
        var purpose = Exports.purpose(request.getParameter(Exports.PURPOSE), register.people());
        return new Download(register, format, criteria(register, request), purpose, response);
    }

    /** What was chosen stands there; of what was typed, which may name somebody, only that it was. */
    private static String criteria(RegisterPage register, HttpServletRequest request) {
        var chosen = register.filters().stream().filter(filter -> !TYPED.equals(filter.type()))
                .map(RegisterPage.Filter::name).collect(Collectors.toSet());
        chosen.add("sort");
        return request.getParameterMap().entrySet().stream()
                .filter(one -> !NO_CRITERIA.contains(one.getKey()) && NAME.matcher(one.getKey()).matches()
                        && !one.getValue()[0].isBlank())
                .map(one -> one.getKey() + "=" + (chosen.contains(one.getKey())
                        && one.getValue()[0].length() <= LONGEST_VALUE ? one.getValue()[0] : HIDDEN)).sorted()
                .collect(Collectors.joining("; "));
    }

    /** A list on its way. */
    final class Download implements WholeList.Taker {

        private final RegisterPage register;
        private final RowFormat format;
        private final String criteria;
        private final String purpose;
        private final HttpServletResponse response;
        private boolean taken;

        private Download(RegisterPage register, RowFormat format, String criteria, String purpose,
                         HttpServletResponse response) {
            this.register = register;
            this.format = format;
            this.criteria = criteria;
            this.purpose = purpose;
            this.response = response;
        }

        void takeUnlessTaken(Collection<?> rows) {
            if (!taken) {
                take(rows.size(), rows.stream());
            }
        }

        @Override
        public void take(long total, Stream<?> rows) {
            taken = true;
            if (total > MOST_ROWS) {
                throw Refusal.broken(null, "Danh sách có hơn %s dòng; hãy lọc bớt rồi tải"
                        .formatted(Wording.amount(MOST_ROWS)));
            }
            if (!free.tryAcquire()) {
                throw Refusal.conflict("Đang có nhiều danh sách được tải; hãy thử lại sau ít phút");
            }
            try {
                exports.record(new Exports.Export(register.name(), criteria, format.id(), total, purpose),
                        officer.get());
                write(rows);
            } catch (IOException | UncheckedIOException gone) {
                LOG.info("The other side left while {} was sent", register.name());
            } finally {
                free.release();
            }
        }

        private void write(Stream<?> rows) throws IOException {
            var layout = sheets.of(register, LocaleContextHolder.getLocale());
            response.setContentType(format.mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, SentName.of("%s %s.%s"
                    .formatted(layout.title(), LocalDate.now(clock), format.id()), ContentDisposition.attachment()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            var file = format.open(response.getOutputStream(), layout.title(), layout.head());
            for (var each = rows.iterator(); each.hasNext();) {
                file.write(layout.cells(each.next()));
            }
            file.finish();
        }
    }
}
