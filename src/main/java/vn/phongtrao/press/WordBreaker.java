package vn.phongtrao.press;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Lines end at spaces alone: numbers and symbols such as {@code 98/2023/NĐ-CP} stay whole. */
class WordBreaker implements FSTextBreaker {

    private static final int NONE = -1;

    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    @Override
    public int next() {
        if (position == text.length()) {
            return NONE;
        }
        var space = text.indexOf(' ', position);
        position = space < 0 ? text.length() : space + 1;
        return position;
    }
}
