package vn.phongtrao.document;

import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Photographs and scans: the header must name a size that a viewer can open. */
final class Picture {

    private static final long MOST_PIXELS = 200_000_000;

    private Picture() {
    }

    /** @param format as Java's image readers call it */
    static void check(Path file, String format) throws Unacceptable, IOException {
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if (!reader.getFormatName().equals(format)) {
                    throw unreadable();
                }
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new Unacceptable("ảnh có kích thước quá lớn; hãy thu nhỏ rồi tải lên");
                }
            } catch (IOException | RuntimeException broken) {
                throw unreadable();
            } finally {
                reader.dispose();
            }
        }
    }

    private static Unacceptable unreadable() {
        return new Unacceptable("không đọc được tệp ảnh");
    }
}
