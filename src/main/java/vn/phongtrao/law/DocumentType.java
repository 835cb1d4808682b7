package vn.phongtrao.law;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** Kinds of legal documents, the highest first (Luật Ban hành văn bản quy phạm pháp luật, Điều 4), then those of administration. */
public enum DocumentType {
    CODE, LAW, RESOLUTION, DECREE, DECISION, CIRCULAR, DIRECTIVE, GUIDANCE, PLAN, OFFICIAL_LETTER;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static DocumentType of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As citations begin: {@code Nghị định}. */
    public String label() {
        return Labels.of("legal-kind." + id());
    }
}
