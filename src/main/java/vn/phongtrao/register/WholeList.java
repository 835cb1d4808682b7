package vn.phongtrao.register;

import java.util.stream.Stream;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * A list that is asked for as a whole, as one page without end. {@link RegisterQuery} hands its rows one by one to who
 * takes them, while its transaction lasts, so that they are of one moment and never all in memory; its page is empty
 * then. Lists that are read otherwise see a page that has room for all.
 */
public final class WholeList extends PageRequest {

    private static final long serialVersionUID = 1L;

    private final transient Taker taker;

    public WholeList(Sort sort, Taker taker) {
        super(0, Integer.MAX_VALUE, sort);
        this.taker = taker;
    }

    /** Who takes the rows. */
    public interface Taker {

        /** @param total how many rows there were when they were counted, a moment before */
        void take(long total, Stream<?> rows);
    }

    void give(long total, Stream<?> rows) {
        taker.take(total, rows);
    }

    @Override
    public WholeList withSort(Sort sort) {
        return new WholeList(sort, taker);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
