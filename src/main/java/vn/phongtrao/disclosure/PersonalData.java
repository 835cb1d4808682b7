package vn.phongtrao.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.desk.Exports;
import vn.phongtrao.dossier.PersonSought;
import vn.phongtrao.dossier.PersonalRecord;
import vn.phongtrao.dossier.PersonalRecords;
import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.SheetWriter;
import vn.phongtrao.unit.Position;

/**
 * What is kept of a person, with where it stands. The province's police, who keep the registers, ask; each time is recorded with what for,
 * by the masked number alone.
 */
@Service
public class PersonalData {

    private static final String LIST = "personal-data";
    private static final String NUMBER = "citizenId";

    private final List<PersonalRecords> keepers;
    private final CitizenNumbers citizens;
    private final ProvinceOfficers province;
    private final Exports exports;
    private final TransactionTemplate reading;
    private final Clock clock;

    PersonalData(List<PersonalRecords> keepers, CitizenNumbers citizens, ProvinceOfficers province, Exports exports,
                 PlatformTransactionManager transactions, Clock clock) {
        this.keepers = keepers;
        this.citizens = citizens;
        this.province = province;
        this.exports = exports;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * Everything that is kept.
     *
     * @param number masked
     */
    public record Kept(String number, Instant askedAt, List<Item> items) {

        /** Nothing that a log must not hold. */
        @Override
        public String toString() {
            return "Kept[" + items.size() + "]";
        }
    }

    /** One thing that is kept. @param dossierNumber where it stands; null for what is of no dossier */
    public record Item(String source, String sourceName, String dossierNumber, List<Field> fields) {
    }

    public record Field(String id, String name, String value) {
    }

    /**
     * @param number  12 digits, or the number of another document
     * @param purpose the request that is answered
     * @throws Refusal forbidden for others than the province's police; malformed without a number or a purpose
     */
    public Kept of(String number, String purpose, Officer officer) {
        return kept(number, purpose, officer, "json");
    }

    /** The same as an Excel file, a line for each field. */
    public byte[] sheet(String number, String purpose, Officer officer) {
        var rows = kept(number, purpose, officer, "xlsx").items().stream().flatMap(item -> item.fields().stream().map(field -> List.of(
                Cell.text(item.sourceName()), Cell.text(item.dossierNumber() == null ? "" : item.dossierNumber()), Cell.text(field.name()),
                Cell.text(field.value())))).toList();
        return SheetWriter.write(Labels.of("register." + LIST), Stream.of("source", "dossier", "field", "value")
                .map(column -> Labels.of("personal-column." + column)).toList(), rows);
    }

    private Kept kept(String number, String purpose, Officer officer, String format) {
        if (!province.hold(officer, Position.POLICE_OFFICER)) {
            throw Refusal.forbidden("Chỉ cán bộ Công an tỉnh được tra cứu dữ liệu cá nhân của một người để trả lời yêu cầu của người đó");
        }
        var why = Exports.purpose(purpose, true);
        var digests = citizens.digests(number);
        if (digests.isEmpty()) {
            throw Refusal.malformed(NUMBER, "Phải là số căn cước (12 chữ số), số chứng minh nhân dân (9 chữ số) hoặc số hộ chiếu");
        }
        var sought = new PersonSought(number, digests);
        // it is told in a transaction of its own: whoever held one meanwhile would wait for a second connection
        var items = reading.execute(status -> keepers.stream().flatMap(keeper -> keeper.of(sought).stream()).map(this::item).toList());
        var masked = CitizenNumbers.mask(number).orElseThrow();
        exports.record(new Exports.Export(LIST, NUMBER + "=" + masked, format, items.size(), why), officer);
        return new Kept(masked, clock.instant(), items);
    }

    private Item item(PersonalRecord record) {
        return new Item(record.source(), Labels.of("personal-source." + record.source()), record.dossierNumber(), record.details().stream()
                .map(detail -> new Field(detail.field(), Labels.find("personal-field." + detail.field()).orElse(detail.field()), detail.value()))
                .toList());
    }
}
