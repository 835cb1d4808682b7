package vn.phongtrao.absence;

import java.time.LocalDate;
import java.util.regex.Pattern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;
import vn.phongtrao.security.Manner;
import vn.phongtrao.text.Named;
import vn.phongtrao.text.PlainText;

/**
 * From when to when somebody is away, and who does the work how.
 *
 * @param from          first day
 * @param to            last day
 * @param deputy        user name
 * @param title         the deputy's own title as papers print it: {@code PHÓ CHỦ TỊCH}; null of a colleague
 * @param mandateNumber of the written authorisation; null but of {@link Manner#BY_AUTHORISATION}
 * @param mandateDate   null together with it
 */
public record Terms(@NotNull LocalDate from, @NotNull LocalDate to,
                    @NotBlank @Size(max = LONGEST_USER) String deputy, @NotNull Manner manner,
                    @Named @Size(max = LONGEST_TITLE) String title, @Size(max = LONGEST_NUMBER) String mandateNumber,
                    LocalDate mandateDate) {

    public static final int LONGEST_USER = 255;
    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_NUMBER = 50;
    /** Whoever is away for longer is replaced. */
    private static final int MOST_MONTHS = 6;
    private static final int AHEAD_MONTHS = 12;
    /** In years: no head's term of office is longer. */
    private static final int OLDEST_MANDATE = 5;
    private static final Pattern ABBREVIATION = Pattern.compile("(?i)(TM|Q|KT|TL|TUQ)\\..*");

    public Terms {
        title = kept(title);
        mandateNumber = kept(mandateNumber);
    }

    private static String kept(String text) {
        return text == null || text.isBlank() ? null : PlainText.kept(text);
    }

    /** @throws Refusal rule broken, with all that is wrong whoever is away */
    void require(LocalDate today) {
        var refusals = new Refusals();
        refusals.gather(() -> require(!to.isBefore(from), "to", "Ngày cuối phải từ ngày đầu trở đi"));
        refusals.gather(() -> require(!to.isBefore(today), "to", "Ngày cuối không được ở trong quá khứ"));
        refusals.gather(() -> require(!from.isAfter(today.plusMonths(AHEAD_MONTHS)), "from",
                "Chỉ khai vắng trước nhiều nhất %d tháng".formatted(AHEAD_MONTHS)));
        refusals.gather(() -> require(from.isAfter(to) || from.until(to).toTotalMonths() < MOST_MONTHS, "to",
                "Mỗi lần khai vắng không quá %d tháng".formatted(MOST_MONTHS)));
        refusals.gather(() -> require(!manner.signsFor() || title != null, "title",
                "Phải ghi chức vụ của người ký, ví dụ PHÓ CHỦ TỊCH"));
        refusals.gather(() -> require(manner.signsFor() || title == null, "title",
                "Người cùng chức vụ ký bằng chức vụ của mình, không ghi chức vụ khác"));
        refusals.gather(() -> require(title == null || !ABBREVIATION.matcher(title).matches(), "title",
                "Chỉ ghi chức vụ của người ký; KT., TL., TUQ. do hệ thống in"));
        var authorised = manner == Manner.BY_AUTHORISATION;
        refusals.gather(() -> require(authorised == (mandateNumber != null), "mandateNumber", authorised
                ? "Thừa ủy quyền phải có số văn bản ủy quyền" : "Chỉ thừa ủy quyền mới có văn bản ủy quyền"));
        refusals.gather(() -> require(authorised == (mandateDate != null), "mandateDate", authorised
                ? "Thừa ủy quyền phải có ngày của văn bản ủy quyền" : "Chỉ thừa ủy quyền mới có văn bản ủy quyền"));
        refusals.gather(() -> require(mandateDate == null || !mandateDate.isAfter(from)
                && mandateDate.isAfter(today.minusYears(OLDEST_MANDATE)), "mandateDate",
                "Văn bản ủy quyền phải có trước ngày đầu, không quá %d năm".formatted(OLDEST_MANDATE)));
        refusals.throwAny();
    }

    private static void require(boolean right, String field, String message) {
        if (!right) {
            throw Refusal.broken(field, message);
        }
    }

}
