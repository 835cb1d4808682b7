package vn.phongtrao.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup is, beside the data.
 *
 * @param program    version of the program that made it
 * @param madeAt     the moment whose state it holds
 * @param server     version of PostgreSQL
 * @param history    the steps that brought the database to its version, in their order
 * @param grants     who may do what with which table, its owner apart
 * @param keys       which keys are needed beside it; no key itself
 * @param sealedMark what the citizen key in force sealed when it was first used, so that a wrong key is known before anything is restored
 * @param rows       how many each table has
 * @param realm      whether the accounts are part of it
 */
record Manifest(String program, Instant madeAt, String server, List<Migration> history, List<Grant> grants, List<Key> keys,
                byte[] sealedMark, List<Rows> rows, boolean realm) {

    /** @param kind {@code table} or {@code sequence} @param privileges as a statement lists them */
    record Grant(String kind, String name, String role, String privileges) {

        Grant {
            if (!kind.matches("table|sequence") || !privileges.matches("[A-Z, ]+")) {
                throw new IllegalArgumentException("No grant: " + kind + " " + privileges);
            }
        }
    }

    record Migration(String version, Integer checksum) {
    }

    /** @param variable of the environment @param id what tells it from others; null where nothing does without telling it */
    record Key(String variable, String id) {
    }

    record Rows(String table, long count) {
    }

    /** Roles that must be there before a dump names them. */
    List<String> roles() {
        return grants.stream().map(Grant::role).distinct().sorted().toList();
    }
}
