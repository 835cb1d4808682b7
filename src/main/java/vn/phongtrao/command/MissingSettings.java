package vn.phongtrao.command;

import java.util.Set;
import java.util.TreeSet;

/** Variables of the environment are needed and not set: its message says so to whoever called. */
public final class MissingSettings extends RuntimeException {

    public MissingSettings(Set<String> names) {
        super("Thiếu biến môi trường: " + String.join(", ", new TreeSet<>(names)));
    }
}
