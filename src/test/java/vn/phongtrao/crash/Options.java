package vn.phongtrao.crash;

/**
 * How much is destroyed, by system properties {@code crash.nodes}, {@code crash.backends}, {@code crash.drivers} and
 * {@code crash.seed}; without them the short form.
 *
 * @param nodes    how often a node is killed
 * @param backends how often a backend of the database is ended, one in {@value #KILLED_EACH} of them by a kill, from which the database recovers
 * @param drivers  how many dossiers are under way at the same time
 * @param seed     of all that is random
 */
record Options(int nodes, int backends, int drivers, long seed) {

    static final int KILLED_EACH = 5;

    static Options ofProperties() {
        return new Options(Integer.getInteger("crash.nodes", 3), Integer.getInteger("crash.backends", 5),
                Integer.getInteger("crash.drivers", 4), Long.getLong("crash.seed", 20241129));
    }
}
