package vn.phongtrao.commendation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.commendation.Citation.Recipient;

/** The papers of commendations for tests of how papers are printed and kept, with what they are to say. */
@Import({CommendationPapers.class, AwardForms.class, CouncilMinutes.class})
public class SampleCitations {

    /** Of every certificate. */
    public static final String CODE = "0123456789abcdefghjkmnpqrs";

    private final Citations citations = mock();

    /** What papers are to say. */
    public record Sample(Citation citation) {
    }

    @Bean
    Citations citations() {
        return citations;
    }

    @Bean
    Council council() {
        return mock();
    }

    /** Lets papers say this from now on. */
    public void cite(Sample sample) {
        when(citations.of(any())).thenReturn(sample.citation());
    }

    /** One of each kind, with their bonus. */
    public static Sample mixed() {
        return merit("Bằng khen", List.of(
                recipient("individual", "Cá nhân", "Nguyễn Thị Ngọc Ánh", 3_510_000),
                recipient("household", "Hộ gia đình", "Hộ ông Trần Văn Mẫu", 5_270_000),
                recipient("collective", "Tập thể", "Tổ bảo vệ an ninh, trật tự Khóm Mẫu", 7_020_000)));
    }

    /** One who is dead before a collective and one who lives. */
    public static Sample posthumous() {
        return merit("Bằng khen", List.of(new Recipient("individual", "Cá nhân", "Nguyễn Văn Mẫu", "male", 1980, null,
                        "Tổ trưởng", "Khóm Mẫu", 1L, 3_510_000, CODE, null, true, 1, null),
                recipient("individual", "Cá nhân", "Nguyễn Thị Ngọc Ánh", 3_510_000),
                recipient("collective", "Tập thể", "Tổ bảo vệ an ninh, trật tự Khóm Mẫu", 7_020_000)));
    }

    public static Sample many(int count) {
        return merit("Bằng khen", IntStream.rangeClosed(1, count)
                .mapToObj(i -> recipient("individual", "Cá nhân", "Nguyễn Văn Mẫu " + i, 3_510_000)).toList());
    }

    /** Collectives, and below them one individual whose row is high. */
    public static Sample collectivesAndOne(int collectives) {
        return merit("Bằng khen", Stream.concat(IntStream.rangeClosed(1, collectives)
                        .mapToObj(i -> recipient("collective", "Tập thể", "Tổ " + i, 7_020_000)),
                Stream.of(recipient("individual", "Cá nhân", "Nguyễn Văn Mẫu ".repeat(12).strip(), 3_510_000))).toList());
    }

    /** @param title of the certificate @param bonus đồng */
    public static Sample one(String title, String name, long bonus) {
        return merit(title, List.of(recipient("individual", "Cá nhân", name, bonus)));
    }

    /** With everything that is known of a person. */
    public static Sample known() {
        return merit("Bằng khen", List.of(new Recipient("individual", "Cá nhân", "Nguyễn Thị Ngọc Ánh", "female", 1980, null,
                "Trưởng khóm", "Khóm Mẫu", 1L, 3_510_000, CODE, null, false, 1, null)), "Thành tích xuất sắc trong phong trào thi đua");
    }

    /** The second was dropped. */
    public static Sample oneOfTwo(String awarded, String dropped) {
        return merit("Bằng khen", List.of(recipient("individual", "Cá nhân", awarded, 3_510_000),
                new Recipient("individual", "Cá nhân", dropped, null, 1980, null, null, null, null, 0, null, null, false, 1, null)));
    }

    /** As {@link #mixed}, for another achievement. */
    public static Sample mixedFor(String achievement) {
        return merit("Bằng khen", mixed().citation().recipients(), achievement);
    }

    /** As {@link #mixed}, achieved on 30 June 2024. */
    public static Sample onOneDay() {
        var day = LocalDate.of(2024, 6, 30);
        return new Sample(new Citation("province-merit", "Bằng khen", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", null,
                "Khen thưởng đột xuất", "Bắt quả tang trộm", day, day, mixed().citation().recipients(), null));
    }

    /** A flag for a team, for a campaign. */
    public static Sample flag() {
        return new Sample(new Citation("province-flag", "Cờ thi đua", "Cờ thi đua của Ủy ban nhân dân tỉnh", null,
                "Khen thưởng phong trào thi đua (chuyên đề)", "Thành tích xuất sắc", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30),
                List.of(recipient("collective", "Tập thể", "Tổ bảo vệ an ninh, trật tự Khóm Mẫu", 14_040_000)),
                new Campaigns.Title("Phong trào thi đua \"Vì an ninh Tổ quốc\"", "15/KH-UBND")));
    }

    /** What is as long as it can be. */
    public static Sample longest() {
        var words = "Thành tích rất dài ".repeat(15).strip();
        return new Sample(new Citation("province-merit", "Bằng khen", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", null,
                "Khen thưởng phong trào thi đua (chuyên đề)", words, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30),
                List.of(recipient("collective", "Tập thể", "Tổ bảo vệ an ninh, trật tự Khóm Mẫu", 7_020_000)),
                new Campaigns.Title("Phong trào thi đua \"%s\"".formatted("Tên rất dài ".repeat(23).strip()), "15/KH-UBND")));
    }

    /** A certificate of a commune in 2025. */
    public static Sample certificate() {
        return new Sample(new Citation("commune-certificate", "Giấy khen",
                "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", null, "Khen thưởng công trạng (thường xuyên)",
                "Thành tích mẫu", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), List.of(new Recipient(
                "individual", "Cá nhân", "Nguyễn Văn Mẫu", null, 1980, null, null, "Ấp Mẫu", 1L, 710_000,
                "0123456789abcdefghjkmnpqrt", null, false, 1, null)), null));
    }

    private static Sample merit(String title, List<Recipient> recipients) {
        return merit(title, recipients,
                "Có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc 6 tháng đầu năm 2024");
    }

    private static Sample merit(String title, List<Recipient> recipients, String achievement) {
        return new Sample(new Citation("province-merit", title, title + " của Chủ tịch Ủy ban nhân dân tỉnh", null,
                "Khen thưởng công trạng (thường xuyên)", achievement, LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 30), recipients, null));
    }

    private static Recipient recipient(String kind, String kindName, String name, long bonus) {
        return new Recipient(kind, kindName, name, null, kind.equals("individual") ? 1980 : null, null, null, "Khóm Mẫu", 1L,
                bonus, CODE, null, false, 1, null);
    }
}
