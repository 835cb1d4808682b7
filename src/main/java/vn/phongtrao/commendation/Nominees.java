package vn.phongtrao.commendation;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface Nominees extends ListCrudRepository<Nominee, Long> {

    List<Nominee> findByDossierNumberOrderById(String dossierNumber);
}
