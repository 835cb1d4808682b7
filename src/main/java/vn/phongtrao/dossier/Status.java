package vn.phongtrao.dossier;

import java.util.Arrays;
import java.util.List;
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

    /** Whether it ended and nothing came of it; what came with it serves nothing any more. */
    public boolean endedInVain() {
        return this == REJECTED || this == WITHDRAWN || this == MISSED;
    }

    /** The names of those, as rows have them. */
    public static List<String> namesInVain() {
        return Arrays.stream(values()).filter(Status::endedInVain).map(Status::name).toList();
    }
}
