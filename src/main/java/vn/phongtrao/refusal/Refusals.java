package vn.phongtrao.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with a request, gathered so that all of it can be mended at once, as far as anybody would read. */
public final class Refusals {

    private static final int MOST = 200;

    private final List<Refusal> found = new ArrayList<>();

    /** Goes on where the work is refused. @return what the work gives; nothing where it is refused or gives null */
    public <T> Optional<T> unless(Supplier<T> work) {
        try {
            return Optional.ofNullable(work.get());
        } catch (Refusal refusal) {
            refusal.each().stream().limit(MOST - found.size()).forEach(found::add);
            return Optional.empty();
        }
    }

    /** The same for work that gives nothing. */
    public void gather(Runnable work) {
        unless(() -> {
            work.run();
            return null;
        });
    }

    /** @throws Refusal with everything that was found, if anything was */
    public void throwAny() {
        if (!found.isEmpty()) {
            throw Refusal.all(found);
        }
    }
}
