package vn.phongtrao.realm;

import java.util.ArrayList;
import java.util.List;

/** What a realm has otherwise than its file, and what is only to be known, because it is not ours to change. */
final class Differences {

    /**
     * @param place what differs, for example a client
     * @param words how, without secrets
     * @param act   brings about what the file says; can be done again when it has broken off
     */
    record Difference(String place, String words, Runnable act) {
    }

    private final List<Difference> found = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    void add(String place, String words, Runnable act) {
        found.add(new Difference(place, words, act));
    }

    void remark(String words) {
        remarks.add(words);
    }

    List<Difference> found() {
        return found;
    }

    List<String> remarks() {
        return remarks;
    }
}
