package vn.phongtrao.team;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

import vn.phongtrao.dossier.DossierNumber;

interface Candidates extends ListCrudRepository<Candidate, Long> {

    List<Candidate> findByDossierNumberOrderById(DossierNumber dossierNumber);
}
