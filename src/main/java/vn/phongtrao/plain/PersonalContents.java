package vn.phongtrao.plain;

import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.PersonalTexts;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.PersonSought;
import vn.phongtrao.dossier.PersonalRecord;
import vn.phongtrao.dossier.PersonalRecords;

/**
 * What dossiers of procedures without Java hold of persons is sealed as a whole and has no digest: each that has anything sealed is opened. It is
 * asked rarely.
 */
@Component
class PersonalContents implements PersonalRecords {

    private final ContentStore store;
    private final PersonalTexts texts;
    private final JdbcClient jdbc;

    PersonalContents(ContentStore store, PersonalTexts texts, JdbcClient jdbc) {
        this.store = store;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public List<PersonalRecord> of(PersonSought person) {
        var number = CitizenNumbers.in(person.number()).orElse(person.number());
        return jdbc.sql("select dossier_number from plain_content where sealed is not null order by dossier_number").query(String.class).list()
                .stream().filter(dossier -> names(store.of(DossierNumber.of(dossier)), number)).map(this::record).toList();
    }

    private static boolean names(Content content, String number) {
        return content.values().values().stream().anyMatch(value -> value.toString().replaceAll("[\\s.-]", "").contains(number));
    }

    /** Numbers stay masked: the dossier may name others, too. Whoever hands it over sees what of it is about whom. */
    private PersonalRecord record(String dossier) {
        return new PersonalRecord("content", dossier, PlainContent.lines(store.of(DossierNumber.of(dossier)).shown(texts)).stream()
                .map(line -> new PersonalRecord.Detail(line.label(), line.text())).toList());
    }
}
