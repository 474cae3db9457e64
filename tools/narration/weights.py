"""Turns the published 8-bit voice model into a float one: same weights, no rounded signal.

The int8 graph rounds every activation to 8 bits on the fly (ConvInteger, MatMulInteger,
DynamicQuantizeLSTM). Each of these is written back as Conv, MatMul and LSTM with dequantised
weights and the original float biases. The duration predictor becomes a second output, `frames`:
one count of 600-sample frames for each token.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_FloatArray = npt.NDArray[np.float32]


class ModelShapeError(Exception):
    """The model is not built as this conversion expects."""


def write_float_model(source: Path, target: Path) -> None:
    """Read the int8 model and write its float copy (about 325 MB)."""
    onnx = importlib.import_module("onnx")
    model = onnx.load(str(source))
    _FloatGraph(model.graph).rewrite()
    onnx.save(model, str(target))


class _Tensor(Protocol):
    """What is used of ONNX's TensorProto and ValueInfoProto."""

    name: str


class _Node(Protocol):
    """What is used of ONNX's NodeProto."""

    name: str
    op_type: str
    input: list[str]
    output: list[str]
    attribute: list[object]


class _Graph(Protocol):
    """What is used of ONNX's GraphProto."""

    node: list[_Node]
    initializer: list[_Tensor]
    output: list[_Tensor]


class _FloatGraph:
    """An ONNX graph being rewritten."""

    def __init__(self, graph: _Graph) -> None:
        self._graph = graph
        self._helper = importlib.import_module("onnx.helper")
        self._numpy = importlib.import_module("onnx.numpy_helper")
        self._stored = {tensor.name: tensor for tensor in graph.initializer}
        self._maker = {name: node for node in graph.node for name in node.output}
        self._users: dict[str, list[_Node]] = {}
        for node in graph.node:
            for name in node.input:
                self._users.setdefault(name, []).append(node)
        self._fresh: dict[str, _Tensor] = {}
        self._swapped: dict[int, _Node] = {}
        self._dropped: set[int] = set()

    def rewrite(self) -> None:
        """Replace every 8-bit node, expose the durations, and drop what nothing reads."""
        for node in self._graph.node:
            if node.op_type in ("ConvInteger", "MatMulInteger"):
                self._float_product(node)
            elif node.op_type == "DynamicQuantizeLSTM":
                self._float_lstm(node)
        nodes = [
            self._swapped.get(id(node), node)
            for node in self._graph.node
            if id(node) not in self._dropped
        ]
        self._expose_durations(nodes)
        self._keep_what_is_read(nodes)

    def _array(self, name: str) -> _FloatArray:
        return np.asarray(self._numpy.to_array(self._stored[name]), np.float32)

    def _weight(self, name: str, make: Callable[[], _FloatArray]) -> str:
        """Store a float weight once: ALBERT's layers share theirs."""
        if name not in self._fresh:
            array = np.ascontiguousarray(make(), np.float32)
            self._fresh[name] = self._numpy.from_array(array, name)
        return name

    def _product_weight(self, quantised: str, zero: str, scale: str, *, by_row: bool) -> str:
        def make() -> _FloatArray:
            weight, *points = (self._array(name) for name in (quantised, zero, scale))
            if by_row:
                ones = (1,) * (weight.ndim - 1)
                points = [point.reshape(-1, *ones) if point.size > 1 else point for point in points]
            return (weight - points[0]) * points[1]

        return self._weight(f"{quantised}/{scale}/float", make)

    def _lstm_weight(self, quantised: str, zero: str, scale: str) -> str:
        def make() -> _FloatArray:
            weight, *points = (self._array(name) for name in (quantised, zero, scale))
            points = [
                point[:, None, :] if point.ndim == 2 else point.reshape(-1, 1, 1)
                for point in points
            ]
            return ((weight - points[0]) * points[1]).transpose(0, 2, 1)

        return self._weight(f"{quantised}/float", make)

    def _float_product(self, node: _Node) -> None:
        """Conv or MatMul, with its rounding before it and its scaling and bias behind it."""
        signal, signal_scale = self._quantised_signal(node)
        step = self._only_user(node.output[0])
        bias: list[str] = []
        if step.op_type == "Add":
            bias = [self._bias(step, node.output[0])]
            self._dropped.add(id(step))
            step = self._only_user(step.output[0])
        scaled = self._only_user(step.output[0])
        if (step.op_type, scaled.op_type) != ("Cast", "Mul"):
            raise ModelShapeError(f"{node.name}: not followed by Cast and Mul")
        scales = self._maker[next(name for name in scaled.input if name != step.output[0])]
        scale = next(name for name in scales.input if name != signal_scale)
        convolves = node.op_type == "ConvInteger"
        weight = self._product_weight(node.input[1], node.input[3], scale, by_row=convolves)
        inputs = [signal, weight, *bias]
        self._swap(node, "Conv" if convolves else "MatMul", inputs, [scaled.output[0]])
        self._dropped |= {id(step), id(scaled)}

    def _float_lstm(self, node: _Node) -> None:
        signal, weight, again, bias, length, hidden, cell, peephole, *points = node.input
        weight_scale, weight_zero, again_scale, again_zero = points
        inputs = [
            signal,
            self._lstm_weight(weight, weight_zero, weight_scale),
            self._lstm_weight(again, again_zero, again_scale),
            *(bias, length, hidden, cell, peephole),
        ]
        while not inputs[-1]:
            inputs.pop()
        self._swap(node, "LSTM", inputs, list(node.output))

    def _swap(self, node: _Node, kind: str, inputs: list[str], outputs: list[str]) -> None:
        fresh = self._helper.make_node(kind, inputs, outputs, name=node.name)
        fresh.attribute.extend(node.attribute)
        self._swapped[id(node)] = fresh

    def _quantised_signal(self, node: _Node) -> tuple[str, str]:
        rounding = self._maker[node.input[0]]
        return rounding.input[0], rounding.output[1]

    def _only_user(self, name: str) -> _Node:
        return self._users[name][0]

    def _bias(self, addition: _Node, product: str) -> str:
        """Find the float bias that the graph rounds at run time, behind its division."""
        node = self._maker[next(name for name in addition.input if name != product)]
        while node.op_type != "Div":
            node = self._maker[node.input[0]]
        return str(node.input[0])

    def _expose_durations(self, nodes: list[_Node]) -> None:
        for node in nodes:
            if node.op_type == "Clip" and self._maker[node.input[0]].op_type == "Round":
                onnx = importlib.import_module("onnx")
                frames = self._helper.make_tensor_value_info(
                    node.output[0], onnx.TensorProto.FLOAT, None
                )
                self._graph.output.append(frames)
                return
        raise ModelShapeError("no duration predictor was found")

    def _keep_what_is_read(self, nodes: list[_Node]) -> None:
        wanted = {output.name for output in self._graph.output}
        while True:
            read = {name for node in nodes for name in node.input} | wanted
            kept = [node for node in nodes if any(name in read for name in node.output)]
            if len(kept) == len(nodes):
                break
            nodes = kept
        tensors = [tensor for tensor in self._graph.initializer if tensor.name in read]
        tensors += self._fresh.values()
        del self._graph.node[:]
        self._graph.node.extend(nodes)
        del self._graph.initializer[:]
        self._graph.initializer.extend(tensors)
