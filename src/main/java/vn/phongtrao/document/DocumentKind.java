package vn.phongtrao.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** What a file is in a dossier (Luật Thi đua, khen thưởng 2022, Điều 84 khoản 2; Hướng dẫn 22/HD-BCA-V05). */
public enum DocumentKind {
    SUBMISSION, ACHIEVEMENT_REPORT, MINUTES, CONFIRMATION, SELF_ASSESSMENT, STEERING_RECORD, SURVEY_PLAN,
        ESTABLISHMENT_DECISION, REVIEW_REPORT, OTHER;

    /** For example {@code achievement-report}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return Labels.of("document-kind." + id());
    }

    /** @return empty for any other text than an id */
    public static Optional<DocumentKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
