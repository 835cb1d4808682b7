package vn.phongtrao.revocation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;

/**
 * What one whose award was revoked has to give back, and what became of it (Nghị định 152/2025/NĐ-CP, Điều 58 khoản 2).
 * Amounts in đồng.
 *
 * @param bonus   that the award carried
 * @param paid    what of it had been recorded as paid when it was revoked; null before
 * @param object  what became of the certificate and what was handed over with it
 * @param back    what came back of the money until now
 * @param moneyOn when the last of it did
 * @param note    why something is not recovered
 */
record Recovery(long recipientId, String kind, String name, String what, long bonus, Long paid, State object,
                LocalDate objectOn, State money, long back, LocalDate moneyOn, String note) {

    /** What became of something that is to be given back. */
    enum State {
        OUTSTANDING("outstanding"), PARTLY("partly"), RETURNED("returned"), NOTHING("nothing"),
        NOT_RECOVERABLE("not-recoverable");

        private final String id;

        State(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        /** Of an object. */
        String ofObject() {
            return Labels.of("recovery-object." + id);
        }

        /** Of money. */
        String ofMoney() {
            return Labels.of("recovery-money." + id);
        }

        boolean settled() {
            return this != OUTSTANDING && this != PARTLY;
        }

        /** @throws IllegalArgumentException for any other text than an id */
        static State of(String id) {
            for (var state : values()) {
                if (state.id.equals(id)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(id);
        }
    }

    /** Of one who has not been revoked yet. */
    static Recovery of(long recipientId, String kind, String name, String what, long bonus) {
        return new Recovery(recipientId, kind, name, what, bonus, null, State.OUTSTANDING, null,
                bonus == 0 ? State.NOTHING : State.OUTSTANDING, 0, null, null);
    }

    boolean settled() {
        return object.settled() && money.settled();
    }

    /** What of the money is still to come, in đồng. */
    long open() {
        return money.settled() ? 0 : bonus - back;
    }

    /** What of the money that is known to have been paid is still to come, in đồng. */
    long owed() {
        return money.settled() || paid == null ? 0 : Math.max(0, paid - back);
    }

    /** @param amount what had been recorded as paid */
    Recovery revoked(long amount) {
        return new Recovery(recipientId, kind, name, what, bonus, amount, object, objectOn, money, back, moneyOn, note);
    }

    /**
     * What an officer has recorded; what is left out stays. What was settled stays so.
     *
     * @param since when it was revoked
     * @throws Refusal malformed or rule broken, with the row's field
     */
    Recovery record(Recorded row, String path, LocalDate since, LocalDate today) {
        return objectOf(row, path, since, today).moneyOf(row, path, since, today);
    }

    private Recovery objectOf(Recorded row, String path, LocalDate since, LocalDate today) {
        if (row.object() == null) {
            if (row.objectOn() != null) {
                throw Refusal.malformed(path + ".object", Needed.REQUIRED);
            }
            return this;
        }
        if (object.settled()) {
            throw Refusal.broken(path + ".object", "Hiện vật của %s đã được ghi nhận: %s".formatted(name,
                    object.ofObject()));
        }
        var state = State.of(row.object());
        var said = reason(row, path, state == State.NOT_RECOVERABLE);
        var on = state == State.RETURNED ? day(row.objectOn(), path + ".objectOn", since, today) : null;
        return new Recovery(recipientId, kind, name, what, bonus, paid, state, on, money, back, moneyOn, said);
    }

    private Recovery moneyOf(Recorded row, String path, LocalDate since, LocalDate today) {
        if (row.money() == null) {
            if (row.moneyBack() != null || row.moneyOn() != null) {
                throw Refusal.malformed(path + ".money", Needed.REQUIRED);
            }
            return this;
        }
        if (money.settled()) {
            throw Refusal.broken(path + ".money", bonus == 0 ? "Khen thưởng của %s không kèm tiền thưởng".formatted(name)
                    : "Tiền thưởng của %s đã được ghi nhận: %s".formatted(name, money.ofMoney()));
        }
        var state = State.of(row.money());
        if (paid != null && paid == 0 && state != State.NOTHING) {
            throw Refusal.broken(path + ".money", "Chưa ghi nhận chi tiền thưởng của %s; hãy chọn \"%s\"".formatted(name, State.NOTHING.ofMoney()));
        }
        if (state == State.NOTHING && back > 0) {
            throw Refusal.broken(path + ".money", "%s đã nộp lại một phần".formatted(name));
        }
        var said = reason(row, path, state == State.NOT_RECOVERABLE || state == State.NOTHING && paid != null && paid > 0);
        if (state == State.NOTHING || state == State.NOT_RECOVERABLE) {
            if (row.moneyBack() != null) {
                throw Refusal.malformed(path + ".moneyBack", "Chỉ ghi số tiền khi có nộp lại");
            }
            return new Recovery(recipientId, kind, name, what, bonus, paid, object, objectOn, state, back, moneyOn, said);
        }
        var amount = amount(row, path, state);
        return new Recovery(recipientId, kind, name, what, bonus, paid, object, objectOn, state, back + amount,
                day(row.moneyOn(), path + ".moneyOn", since, today), said);
    }

    /** All that is open, unless it came in parts. */
    private long amount(Recorded row, String path, State state) {
        var amount = state == State.PARTLY ? Needed.require(path + ".moneyBack", row.moneyBack())
                : row.moneyBack() == null ? Long.valueOf(open()) : row.moneyBack();
        if (state == State.PARTLY ? amount <= 0 || amount >= open() : amount != open()) {
            throw Refusal.broken(path + ".moneyBack", state == State.PARTLY
                    ? "Số tiền nộp một phần phải lớn hơn 0 và nhỏ hơn %s đồng".formatted(Wording.amount(open()))
                    : "Số tiền còn phải nộp là %s đồng; nộp ít hơn thì chọn \"Nộp lại một phần\"".formatted(
                            Wording.amount(open())));
        }
        return amount;
    }

    private String reason(Recorded row, String path, boolean needed) {
        if (needed && row.note() == null) {
            throw Refusal.malformed(path + ".note", Needed.REQUIRED);
        }
        return row.note() == null ? note : row.note();
    }

    private static LocalDate day(LocalDate day, String field, LocalDate since, LocalDate today) {
        if (day == null) {
            return today;
        }
        if (day.isAfter(today)) {
            throw Refusal.broken(field, "Ngày nộp lại chưa tới");
        }
        if (day.isBefore(since)) {
            throw Refusal.broken(field, "Ngày nộp lại không được trước ngày quyết định hủy bỏ, %s"
                    .formatted(Wording.day(since)));
        }
        return day;
    }

    /**
     * A row of the form: what has become of one whose award was revoked.
     *
     * @param id        as the dossier's {@code nominees} have it
     * @param object    {@code returned}, {@code nothing} or {@code not-recoverable}
     * @param money     the same, or {@code partly}
     * @param moneyBack what came back now, in đồng
     */
    record Recorded(@NotNull(message = REQUIRED) String id, String object, LocalDate objectOn, String money, Long moneyBack, LocalDate moneyOn,
                    @NoNumber String note) {
    }
}
