package vn.phongtrao.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Pictures that office files carry unpacked (BMP, EMF): a blank one shrinks to next to nothing, and is no bomb. */
final class Bitmap {

    /** As many bytes of the beginning as are needed. */
    static final int HEAD = 52;
    /** As large as a scan in colour that is one page long. */
    private static final long LARGEST = 128L * 1024 * 1024;
    private static final int EMF_SIGNATURE = 0x464d4520;

    private Bitmap() {
    }

    /** @return how many bytes the picture has by its own header, at most as many as a page takes; 0 for no picture */
    static long size(byte[] head, int length) {
        if (length < HEAD) {
            return 0;
        }
        var bytes = ByteBuffer.wrap(Arrays.copyOf(head, HEAD)).order(ByteOrder.LITTLE_ENDIAN);
        long stated = 0;
        if (head[0] == 'B' && head[1] == 'M' && bytes.getInt(6) == 0) {
            stated = Integer.toUnsignedLong(bytes.getInt(2));
        } else if (bytes.getInt(0) == 1 && bytes.getInt(40) == EMF_SIGNATURE) {
            stated = Integer.toUnsignedLong(bytes.getInt(48));
        }
        return stated <= LARGEST ? stated : 0;
    }
}
