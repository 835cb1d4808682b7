package vn.phongtrao.law;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.text.Wording;

/**
 * A legal document as it was issued; what has become of it since is said by its {@link LegalChange}s.
 *
 * @param id          for example {@code nd-152-2025}
 * @param number      with its symbol: {@code 152/2025/NĐ-CP}; null while it is not known
 * @param issuer      as citations name it: {@code Chính phủ}
 * @param signedOn    null while it is not known
 * @param title       of a law its name, {@code Luật Thi đua, khen thưởng}; of others what follows the issuer, {@code quy
 *                    định chi tiết …}; null where citations have none
 * @param citedAs     what the rows of rule tables call it: {@code Nghị định 152/2025/NĐ-CP}
 * @param inForceFrom first day; null while it is not known
 * @param note        what is uncertain of it; null for nothing
 */
public record LegalDocument(String id, DocumentType kind, String number, String issuer, LocalDate signedOn, String title,
                            String citedAs, LocalDate inForceFrom, String note) {

    /** By kind, number and day: {@code Luật số 06/2026/QH16 ngày 23 tháng 4 năm 2026}. */
    public String named() {
        return joined(kind.label(), numbered(), dated());
    }

    /** By kind and number: {@code Nghị định số 152/2025/NĐ-CP}. */
    public String brief() {
        return joined(kind.label(), numbered());
    }

    /**
     * As a decision cites it (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6 and Mẫu 1.2): a law by name and day, others
     * by kind, number, day, issuer and what they are about.
     */
    public String cited() {
        return kind == DocumentType.LAW || kind == DocumentType.CODE ? joined(title, dated())
                : joined(named(), "của " + issuer, title);
    }

    private String numbered() {
        return number == null ? null : "số " + number;
    }

    private String dated() {
        return signedOn == null ? null : Wording.date(signedOn);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
