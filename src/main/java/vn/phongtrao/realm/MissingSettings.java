package vn.phongtrao.realm;

import java.util.Collection;

/** Variables of the environment that are needed and not set. */
final class MissingSettings extends RuntimeException {

    MissingSettings(Collection<String> names) {
        super(String.join(", ", names));
    }
}
