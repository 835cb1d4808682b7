package vn.phongtrao.team;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface Candidates extends ListCrudRepository<Candidate, Long> {

    List<Candidate> findByDossierNumberOrderById(String dossierNumber);
}
