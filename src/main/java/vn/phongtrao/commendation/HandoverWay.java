package vn.phongtrao.commendation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.Refusal;

/**
 * How a certificate is handed over: at a ceremony, mostly one that is held anyway (Nghị định 98/2023/NĐ-CP, Điều 25;
 * Nghị định 152/2025/NĐ-CP, Điều 29 and Điều 30), at the office or by post.
 */
enum HandoverWay {
    CEREMONY, OFFICE, POST;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Labels.of("handover-way." + id());
    }

    static Optional<HandoverWay> find(String id) {
        return Arrays.stream(values()).filter(way -> way.id().equals(id)).findFirst();
    }

    /** @throws Refusal malformed, for any other text than the id of one */
    static HandoverWay asked(String id) {
        return find(id).orElseThrow(() -> Refusal.malformed("way", "Không có cách trao \"%s\"".formatted(id)));
    }
}
