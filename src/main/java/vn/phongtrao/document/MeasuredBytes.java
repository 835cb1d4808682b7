package vn.phongtrao.document;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * Bytes that are read again and again only so far: whoever reads a file on from each of its places reads it as often as
 * it is long.
 */
final class MeasuredBytes extends RandomAccessReadBuffer {

    /** Parsers look at each byte several times, and search a file whose list of objects is broken several times. */
    private static final int MOST_TIMES = 40;
    private static final long ALLOWANCE = 1024 * 1024;

    private final byte[] bytes;
    private final AtomicLong left;

    MeasuredBytes(byte[] bytes) {
        this(bytes, new AtomicLong(ALLOWANCE + (long) MOST_TIMES * bytes.length));
    }

    private MeasuredBytes(byte[] bytes, AtomicLong left) {
        super(bytes);
        this.bytes = bytes;
        this.left = left;
    }

    /** Not caught where a parser goes on after what it cannot read. */
    static final class ReadTooOften extends RuntimeException {
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = super.read(into, from, length);
        count(Math.max(read, 1));
        return read;
    }

    /** Counts with the whole. */
    @Override
    public RandomAccessReadView createView(long from, long length) {
        return new RandomAccessReadView(new MeasuredBytes(bytes, left), from, length, true);
    }

    private void count(int read) {
        if (left.addAndGet(-read) < 0) {
            throw new ReadTooOften();
        }
    }
}
