package vn.phongtrao.commendation;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

import vn.phongtrao.dossier.DossierNumber;

interface Nominees extends ListCrudRepository<Nominee, Long> {

    List<Nominee> findByDossierNumberOrderById(DossierNumber dossierNumber);
}
