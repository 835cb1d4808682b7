package vn.phongtrao.dossier;

import java.util.Locale;

import vn.phongtrao.language.Labels;

/** Where a dossier stands. The last five end it. */
public enum Status {
    IN_PROGRESS, SUPPLEMENTING, SUSPENDED, FORWARDED, DECIDED, REJECTED, WITHDRAWN, MISSED, ACCEPTED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return Labels.of("status." + id());
    }

    public boolean closed() {
        return compareTo(DECIDED) >= 0;
    }
}
