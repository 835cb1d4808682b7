package vn.phongtrao.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a file is in a dossier (Luật Thi đua, khen thưởng 2022, Điều 84 khoản 2; Hướng dẫn 22/HD-BCA-V05). */
public enum DocumentKind {
    SUBMISSION("Tờ trình"),
    ACHIEVEMENT_REPORT("Báo cáo thành tích"),
    MINUTES("Biên bản"),
    CONFIRMATION("Xác nhận"),
    SELF_ASSESSMENT("Báo cáo tự đánh giá"),
    STEERING_RECORD("Biên bản họp hoặc văn bản lấy ý kiến của Ban Chỉ đạo"),
    SURVEY_PLAN("Kế hoạch khảo sát, báo cáo khảo sát"),
    ESTABLISHMENT_DECISION("Quyết định thành lập, quy chế hoạt động"),
    REVIEW_REPORT("Báo cáo sơ kết"),
    OTHER("Tài liệu khác");

    private final String label;

    DocumentKind(String label) {
        this.label = label;
    }

    /** For example {@code achievement-report}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** @return empty for any other text than an id */
    public static Optional<DocumentKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
