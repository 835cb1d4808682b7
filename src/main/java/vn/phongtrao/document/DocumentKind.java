package vn.phongtrao.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/**
 * What a file is in a dossier (Luật Thi đua, khen thưởng 2022, Điều 84 khoản 2; Hướng dẫn 22/HD-BCA-V05). Which kinds
 * there are is said by the tables of the procedures ({@link DocumentKinds}).
 *
 * @param id for example {@code submission}
 */
public record DocumentKind(@JsonValue String id) {

    static final DocumentKind OTHER = new DocumentKind("other");

    @JsonCreator
    public DocumentKind {
    }

    /** The id itself for a kind that has no word any more. */
    public String label() {
        return Labels.find(key()).orElse(id);
    }

    /** What file names call it, separated by commas: its label, unless there are names of its own. */
    String names() {
        return Labels.find(key() + ".names").orElseGet(this::label);
    }

    String key() {
        return "document-kind." + id;
    }
}
