"""The networks that ship, as numbers in and numbers out, and their word vectors."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from corpus.encoder import BEGIN, END, MODEL, Network, Pieces, load_tokenizer
from corpus.encoder.network import load_word_vectors

OUTPUTS = {"finder": 9, "reader": 6}
TEXT = "The ferry Marta left Osterby at 06:40, the operator said."


def pieces_of(text: str) -> Pieces:
    tokenizer = load_tokenizer(MODEL)
    ends = tokenizer.numbers[BEGIN], tokenizer.numbers[END]
    ids = [piece.number for piece in tokenizer(text)]
    return np.array([ends[0], *ids, ends[1]], np.int64)


@pytest.fixture(scope="module", params=OUTPUTS)
def network(request: pytest.FixtureRequest) -> Network:
    return Network(request.param)


def test_each_row_of_segments_is_one_reading_of_the_text(network: Network) -> None:
    ids = pieces_of(TEXT)
    segments = np.zeros((3, len(ids)), np.int64)
    segments[1, 5:] = 1
    logits = network(ids, segments)
    assert logits.shape == (3, len(ids), OUTPUTS[network.name])
    assert np.isfinite(logits).all()
    assert np.array_equal(logits[0], logits[2])
    assert not np.allclose(logits[0], logits[1], atol=0.1)


def test_several_threads_get_what_one_gets(network: Network) -> None:
    texts = [pieces_of(TEXT[start:]) for start in range(0, 40, 5)]
    one_after_another = [network(ids, np.zeros((1, len(ids)), np.int64)) for ids in texts]
    with ThreadPoolExecutor(4) as threads:
        at_once = threads.map(lambda ids: network(ids, np.zeros((1, len(ids)), np.int64)), texts)
        for one, other in zip(one_after_another, at_once, strict=True):
            assert np.array_equal(one, other)


def test_a_word_vector_is_its_rounded_numbers_times_its_scale(tmp_path: Path) -> None:
    rounded = np.array([[127, -127], [1, 0], [-4, 2]], np.int8)
    scales = np.array([0.5, 2.0, 0.25], np.float32)
    np.savez(tmp_path / "words.npz", rounded=rounded, scales=scales)
    vectors = load_word_vectors(tmp_path)[np.array([2, 0, 2])]
    assert vectors.dtype == np.float32
    assert vectors.tolist() == [[-1.0, 0.5], [63.5, -63.5], [-1.0, 0.5]]


def test_both_networks_share_one_table_with_a_vector_for_every_piece() -> None:
    vectors = load_word_vectors(MODEL)
    assert vectors is load_word_vectors(MODEL)
    assert len(vectors.rounded) == len(vectors.scales) == len(load_tokenizer(MODEL).vocabulary)
