package vn.phongtrao;

import java.util.List;
import java.util.stream.IntStream;

/** Long sweeps try a sample, the same at every run, unless all is asked for: {@code ./mvnw verify -P nightly}. */
public final class Sweep {

    public static final boolean FULL = "full".equals(System.getProperty("sweep"));

    private Sweep() {
    }

    /**
     * @param start decides which of them; neighbours should give different ones, so that together they try all
     * @return every {@code step}-th, or all in a full sweep
     */
    public static <T> List<T> every(int step, int start, List<T> all) {
        return FULL ? all : IntStream.range(0, all.size()).filter(i -> Math.floorMod(i - start, step) == 0)
                .mapToObj(all::get).toList();
    }
}
