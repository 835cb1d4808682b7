package vn.phongtrao.signing;

/**
 * Where the visible signature goes on a paper, in millimetres from the upper left corner of the page.
 *
 * @param page counted from 1
 */
public record SignaturePlace(int page, double left, double top, double width, double height) {

    public SignaturePlace {
        if (page < 1 || left < 0 || top < 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("No place on a page: %d, %s/%s, %s x %s mm"
                    .formatted(page, left, top, width, height));
        }
    }
}
